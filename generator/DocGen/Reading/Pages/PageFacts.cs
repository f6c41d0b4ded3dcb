using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Linking;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>What a page says outside its requests and responses: tables by kind, and prose by section.</summary>
internal sealed class PageFacts
{
    /// <summary>Headers that the transport writes; documenting them is no mistake, and they are no option.</summary>
    private static readonly HashSet<string> TransportHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Content-Type", "Content-Length", "Host", "Accept", "Connection", "Transfer-Encoding",
    };

    private readonly bool _definesResource;
    private readonly bool _isTranslated;
    private readonly HashSet<string> _optionNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);
    private Dictionary<string, MemberDefinition>? _placeholders;
    private Dictionary<string, MemberDefinition>? _arguments;

    /// <summary>"Provide a JSON object with the following parameters": an action's, whatever the table calls its first column.</summary>
    private bool _announcesParameters;

    public PageFacts(PageContent content)
    {
        Summary = content.Summary;
        _isTranslated = content.IsTranslated;
        _definesResource = content.Annotations.Values.Any(a => a.BlockType == "resource");
        for (int i = 0; i < content.Blocks.Count; i++)
        {
            PageBlock block = content.Blocks[i];
            if (block.Block is FenceBlock fence && BodyFence is null && IsBody(fence, block.Section) && content.AnnotationOf(fence) is null)
                BodyFence = fence;
            else if (block.Block is FenceBlock answer && AnswerFence is null && IsAnswer(answer, block.Section) && content.AnnotationOf(answer) is null)
                AnswerFence = answer;
            else if (block.Block is TableBlock table)
                AddTable(table, block.Section, content.Sink);
            else if (block.Block is ParagraphBlock paragraph)
                AddParagraph(paragraph, block.Section, i + 1 < content.Blocks.Count ? content.Blocks[i + 1].Block : null, content.Sink);
        }

        ReadUnheadedProse(content);
    }

    public DocText? Summary { get; }

    public List<MemberRow> Parameters { get; } = [];

    /// <summary>JSON in the text on the body, outside of any request.</summary>
    public FenceBlock? BodyFence { get; private set; }

    /// <summary>JSON in the text on the response, outside of any message.</summary>
    public FenceBlock? AnswerFence { get; private set; }

    /// <summary>The members of what is answered, by a table in the text on the response.</summary>
    public List<MemberRow> AnswerMembers { get; } = [];

    /// <summary>The body's parameters that the page speaks of, <c>"the `message` parameter"</c>: all that it may say of them.</summary>
    public List<string> MentionedParameters { get; } = [];

    /// <summary>A table on the request's body calls its rows parameters: they are an action's.</summary>
    public bool HasParameterTable { get; private set; }

    /// <summary>A table on the request's body calls its rows properties: they are a resource's.</summary>
    public bool HasPropertyTable { get; private set; }

    public List<MemberRow> PathParameters { get; } = [];

    public List<MemberRow> FunctionParameters { get; } = [];

    public List<OptionDefinition> Options { get; } = [];

    /// <summary>The media type, other than JSON, that the page's request headers name for the body; null where they name none.</summary>
    public string? MediaType { get; private set; }

    public List<MemberRow> ResponseHeaders { get; } = [];

    public List<Permission> Permissions { get; } = [];

    /// <summary>The rows of a table of multipart parts, and the table itself.</summary>
    public (TableBlock Table, IReadOnlyList<MemberRow> Rows)? Parts { get; private set; }

    /// <summary>Paragraphs on what to send, in order.</summary>
    public List<RichText> BodyProse { get; } = [];

    /// <summary>Paragraphs on what is answered, in order.</summary>
    public List<RichText> ResponseProse { get; } = [];

    /// <summary>What the tables say of a URL's placeholder, or null.</summary>
    public MemberDefinition? Placeholder(string name) =>
        (_placeholders ??= ByName(PathParameters.Concat(FunctionParameters))).TryGetValue(name, out MemberDefinition? found) ? found : null;

    /// <summary>What the tables say of a function's argument, or null.</summary>
    public MemberDefinition? Argument(string name) =>
        (_arguments ??= ByName(FunctionParameters.Concat(PathParameters).Concat(Parameters))).TryGetValue(name, out MemberDefinition? found) ? found : null;

    private static Dictionary<string, MemberDefinition> ByName(IEnumerable<MemberRow> rows)
    {
        var members = new Dictionary<string, MemberDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberRow row in rows)
        {
            string name = row.Member.Name.Trim('{', '}');
            if (!members.ContainsKey(name))
                members.Add(name, row.Member);
        }

        return members;
    }

    public static bool IsTransportHeader(string name) => TransportHeaders.Contains(name);

    /// <summary>
    /// In a page whose headings say nothing of responses, any paragraph that tells of a status and links to a resource is about
    /// what is answered.
    /// </summary>
    private void ReadUnheadedProse(PageContent content)
    {
        if (content.Blocks.Any(b => b.Section.NearestKind == SectionKind.Response))
            return;
        ResponseProse.AddRange(content.Blocks.Where(b => !b.Section.IsExample).Select(b => b.Block).OfType<ParagraphBlock>()
            .Select(p => p.Text).Where(t => Prose.Statuses(t.Plain).Count > 0 && Prose.ResourceLink(t) is not null));
    }

    private void AddTable(TableBlock table, Section section, FindingSink sink)
    {
        switch (TableReader.Classify(table, section, _isTranslated))
        {
            case TableKind.Parameters:
                bool isParameters = table.Header[0].Plain.StartsWith("Parameter", StringComparison.OrdinalIgnoreCase) || _announcesParameters;
                HasParameterTable |= isParameters && section.NearestKind == SectionKind.RequestBody;
                HasPropertyTable |= !isParameters;
                Parameters.AddRange(TableReader.ReadMembers(table, "parameters", sink, _isTranslated));
                break;
            case TableKind.Members when !_definesResource:
                Parameters.AddRange(TableReader.ReadMembers(table, "parameters", sink, _isTranslated));
                break;
            case TableKind.Properties when section.NearestKind == SectionKind.RequestBody:
                Parameters.AddRange(TableReader.ReadMembers(table, "properties", sink, _isTranslated));
                break;
            case TableKind.PathParameters:
                PathParameters.AddRange(TableReader.ReadMembers(table, "parameters", sink, _isTranslated));
                break;
            case TableKind.FunctionParameters:
                FunctionParameters.AddRange(TableReader.ReadMembers(table, "parameters", sink, _isTranslated));
                break;
            case TableKind.QueryParameters:
                foreach (MemberRow row in TableReader.ReadMembers(table, "parameters", sink, _isTranslated))
                {
                    _optionNames.Add(row.Member.Name);
                    Options.Add(new OptionDefinition(OptionLocation.Query, row.Member));
                }

                break;
            case TableKind.Headers:
                AddHeaders(TableReader.ReadMembers(table, "headers", sink, _isTranslated), sink);
                break;
            case TableKind.ResponseHeaders:
                ResponseHeaders.AddRange(TableReader.ReadMembers(table, "headers", sink, _isTranslated));
                break;
            case TableKind.ResponseMembers when !section.IsExample:
                AnswerMembers.AddRange(TableReader.ReadMembers(table, "properties", sink, _isTranslated));
                break;
            case TableKind.Parts:
                Parts ??= (table, TableReader.ReadMembers(table, "parts", new FindingSink(new LineMap("")), _isTranslated));
                break;
            case TableKind.Permissions:
                Permissions.AddRange(TableReader.ReadPermissions(table, sink));
                break;
        }
    }

    private void AddHeaders(IReadOnlyList<MemberRow> rows, FindingSink sink)
    {
        foreach (MemberRow row in rows)
        {
            // "Prefer: outlook.timezone" tells of a value of Prefer.
            string name = row.Member.Name.Split(':')[0].Trim();
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                MediaType ??= StatedMediaType(row.Member.Summary);
            if (_isTranslated && IsTranslatedHeader(row))
                sink.Report(Rules.TranslatedName, row.NameCell.Start, row.NameCell.End, row.Member.Name, "the request", "it is left out");
            else if (Filler.IsHeader(name))
                sink.Report(Rules.FillerRow, row.NameCell.Start, row.NameCell.End, row.Member.Name);
            else if (!HttpToken.IsToken(name))
                sink.Report(Rules.InvalidHeaderName, row.NameCell.Start, row.NameCell.End, row.Member.Name);
            else if (!IsTransportHeader(name))
                Options.Add(new OptionDefinition(OptionLocation.Header, row.Member with { Name = name, Type = DocType.String, Values = default }));
        }
    }

    /// <summary>A name in another script, or one for what takes a bearer's token (RFC 6750, section 2.1): that is <c>Authorization</c>.</summary>
    private static bool IsTranslatedHeader(MemberRow row) =>
        row.Member.Name.Any(c => c >= 128)
        || (!IsTransportHeader(row.Member.Name) && row.Member.Summary?.ToPlainText() is { } words && (words.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase) || words.StartsWith("{token}", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The first media type that a description names as code, unless it is JSON or made of parts.</summary>
    private static string? StatedMediaType(DocText? description)
    {
        string? first = (description?.Inlines ?? default).Where(r => r.Kind == DocInlineKind.Code).Select(r => r.Text.Split(';')[0].Trim().ToLowerInvariant())
            .FirstOrDefault(t => t.IndexOf('/') is > 0 and var slash && t.IndexOf('/', slash + 1) < 0 && t.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '+' or '.'));
        return first is null || first.EndsWith("json", StringComparison.Ordinal) || first.StartsWith("multipart/", StringComparison.Ordinal) ? null : first;
    }

    private void AddParagraph(ParagraphBlock paragraph, Section section, DocBlock? next, FindingSink sink)
    {
        if (!section.IsExample && section.NearestKind is SectionKind.Other or SectionKind.RequestBody)
            AddMentioned(paragraph.Text);
        switch (section.NearestKind)
        {
            case SectionKind.RequestBody:
                BodyProse.Add(paragraph.Text);
                _announcesParameters |= paragraph.Text.Plain.IndexOf("following parameters", StringComparison.OrdinalIgnoreCase) >= 0;
                break;
            // "Upload session response" is about another request's.
            case SectionKind.Response when !section.IsExample && section.Words.StartsWith("Response", StringComparison.OrdinalIgnoreCase):
                ResponseProse.Add(paragraph.Text);
                break;
            case SectionKind.QueryParameters:
                AddQueryProse(paragraph.Text);
                break;
            case SectionKind.Permissions when AnnouncesScopes(paragraph.Text.Plain) && next is not (TableBlock or ParagraphBlock { InList: true }):
                sink.Report(Rules.NoScopes, paragraph.Start, paragraph.End);
                break;
        }

        if (section.IsExample && paragraph.Text.Plain.IndexOf("JSON representation of", StringComparison.OrdinalIgnoreCase) >= 0)
            BodyProse.Add(paragraph.Text);
    }

    /// <summary>A piece of code with the word "parameter" behind it.</summary>
    private void AddMentioned(RichText text)
    {
        EquatableArray<DocInline> runs = text.Doc?.Inlines ?? default;
        for (int i = 0; i + 1 < runs.Count; i++)
        {
            string name = runs[i].Text.Trim();
            bool isMentioned = runs[i].Kind == DocInlineKind.Code && runs[i + 1] is { Kind: DocInlineKind.Text, Text: var after }
                && after.StartsWith(" parameter", StringComparison.Ordinal) && !after.StartsWith(" parameters", StringComparison.Ordinal);
            if (isMentioned && TypeText.IsTypeName(name) && name.IndexOf('.') < 0 && _mentioned.Add(name))
                MentionedParameters.Add(name);
        }
    }

    private static bool IsAnswer(FenceBlock fence, Section section) =>
        section is { NearestKind: SectionKind.Response, IsExample: false } && fence.Content.Text.TrimStart().StartsWith("{", StringComparison.Ordinal);

    private static bool IsBody(FenceBlock fence, Section section) =>
        section.NearestKind == SectionKind.RequestBody && fence.Content.Text.TrimStart().StartsWith("{", StringComparison.Ordinal);

    private static bool AnnouncesScopes(string text) =>
        text.IndexOf("scopes", StringComparison.OrdinalIgnoreCase) >= 0 && text.EndsWith(":", StringComparison.Ordinal);

    /// <summary>"This method supports the <c>$expand</c> and <c>$select</c> query parameters".</summary>
    private void AddQueryProse(RichText text)
    {
        foreach (DocInline run in text.Doc?.Inlines ?? default)
        {
            string name = run.Text.Trim();
            if (run.Kind == DocInlineKind.Code && name.Length > 2 && name[0] == '$' && name.Skip(1).All(char.IsLetter)
                && _optionNames.Add(name))
            {
                Options.Add(new OptionDefinition(OptionLocation.Query, new MemberDefinition(name, DocType.String, null)));
            }
        }
    }
}
