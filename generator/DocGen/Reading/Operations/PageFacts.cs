using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Collects a page's content outside of requests and responses: tables by kind, and prose by section.
/// </summary>
internal sealed class PageFacts
{
    private readonly PageContent _content;
    private readonly QueryProse _query = new();
    private readonly HashSet<string> _mentioned = new(StringComparer.Ordinal);
    private Dictionary<string, MemberDefinition>? _placeholders;
    private Dictionary<string, MemberDefinition>? _arguments;

    /// <summary>
    /// Whether the prose announces parameters, as in "Provide a JSON object with the following parameters". The table
    /// then lists an action's parameters, even if its first column has another heading.
    /// </summary>
    private bool _announcesParameters;

    public PageFacts(PageContent content)
    {
        _content = content;
        PageOutline outline = content.Outline;
        BodyFence = outline.Fences.FirstOrDefault(f => f.IsPlainJson
            && f.Section.NearestKind == SectionKind.RequestBody);
        AnswerFence = outline.Fences.FirstOrDefault(f => f.IsPlainJson
            && f.Section is { NearestKind: SectionKind.Response, IsExample: false });
        foreach (OutlineBlock block in outline.Sections.SelectMany(section => section.Blocks))
        {
            if (block is Table table)
                content.Sink.Guard(table.Start, table.End, () => AddTable(table));
            else if (block is Paragraph paragraph)
                content.Sink.Guard(paragraph.Start, paragraph.End, () => AddParagraph(paragraph));
        }

        Options.AddRange(_query.Named
            .Select(name => new OptionDefinition(OptionLocation.Query,
                new MemberDefinition(name, DocType.String, null))));
        if (outline.Sections.All(section => section.NearestKind != SectionKind.Response))
            AddResponseProse();
    }

    public DocText? Summary => _content.Summary;

    public List<MemberRow> Parameters { get; } = [];

    /// <summary>The JSON in the section on the body that is not part of a request.</summary>
    public Fence? BodyFence { get; }

    /// <summary>The JSON in the section on the response that is not part of a message.</summary>
    public Fence? AnswerFence { get; }

    /// <summary>The members of the response body that a table in the section on the response lists.</summary>
    public List<MemberRow> AnswerMembers { get; } = [];

    /// <summary>
    /// The parameters of the body that sentences mention, as in <c>"the `message` parameter"</c>. The page may describe
    /// them only there.
    /// </summary>
    public List<string> MentionedParameters { get; } = [];

    /// <summary>
    /// Whether a table in the section on the body has a column of parameters. Parameters belong to an action.
    /// </summary>
    public bool HasParameterTable { get; private set; }

    /// <summary>
    /// Whether a table in the section on the body has a column of properties. Properties belong to a resource.
    /// </summary>
    public bool HasPropertyTable { get; private set; }

    public List<MemberRow> PathParameters { get; } = [];

    public List<MemberRow> FunctionParameters { get; } = [];

    /// <summary>The options in tables, then the options in sentences.</summary>
    public List<OptionDefinition> Options { get; } = [];

    /// <summary>The query options that the page supports in general, according to its prose.</summary>
    public QuerySupport QuerySupport => _query.Support;

    /// <summary>
    /// The media type of the body in the table of request headers, or null. JSON and multipart are not included.
    /// </summary>
    public string? MediaType { get; private set; }

    public List<MemberRow> ResponseHeaders { get; } = [];

    public List<Permission> Permissions { get; } = [];

    /// <summary>The first table of multipart parts, with its rows.</summary>
    public (Table Table, IReadOnlyList<PartRow> Rows)? Parts { get; private set; }

    /// <summary>The paragraphs about the request body, in page order.</summary>
    public List<RichText> BodyProse { get; } = [];

    /// <summary>The paragraphs about the response, in page order.</summary>
    public List<RichText> ResponseProse { get; } = [];

    /// <summary>Returns the table row for a URL's placeholder, or null.</summary>
    public MemberDefinition? Placeholder(string name) =>
        (_placeholders ??= ByName(PathParameters.Concat(FunctionParameters)))
            .TryGetValue(name, out MemberDefinition? found) ? found : null;

    /// <summary>Returns the table row for a function's argument, or null.</summary>
    public MemberDefinition? Argument(string name) =>
        (_arguments ??= ByName(FunctionParameters.Concat(PathParameters).Concat(Parameters)))
            .TryGetValue(name, out MemberDefinition? found) ? found : null;

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

    /// <summary>
    /// On a page without a heading for responses, adds each paragraph that names a status and links to a resource.
    /// </summary>
    private void AddResponseProse() =>
        ResponseProse.AddRange(_content.Outline.Paragraphs.Where(p => !p.Section.IsExample).Select(p => p.Text)
        .Where(t => Prose.Statuses(t.Plain).Count > 0 && PageLanguage.English.ResourceLink(t) is not null));

    private void AddTable(Table table)
    {
        switch (table.Kind)
        {
            case TableKind.Parameters:
                bool isParameters = table.Header[0].Plain.StartsWith("Parameter", StringComparison.OrdinalIgnoreCase)
                    || _announcesParameters;
                HasParameterTable |= isParameters && table.Section.NearestKind == SectionKind.RequestBody;
                HasPropertyTable |= !isParameters;
                Parameters.AddRange(Members(table));
                break;
            // If a page names its resource only in the title, the table may also describe the request body.
            case TableKind.Members:
                Parameters.AddRange(Members(table));
                break;
            case TableKind.PathParameters:
                PathParameters.AddRange(Members(table));
                break;
            case TableKind.FunctionParameters:
                FunctionParameters.AddRange(Members(table));
                break;
            case TableKind.QueryParameters:
                foreach (MemberRow row in Members(table))
                {
                    MemberDefinition option = row.Member with { Name = QueryProse.NameOf(row.Member.Name) };
                    _query.AddRow(option.Name);
                    Options.Add(new OptionDefinition(OptionLocation.Query, option));
                }

                break;
            case TableKind.Headers:
                foreach (MemberRow row in Members(table))
                    AddHeader(row);
                break;
            case TableKind.ResponseHeaders:
                ResponseHeaders.AddRange(Members(table));
                break;
            case TableKind.ResponseMembers when !table.Section.IsExample:
                AnswerMembers.AddRange(Members(table));
                break;
            case TableKind.Parts:
                Parts ??= (table, TableReader.Parts(table));
                break;
            case TableKind.Permissions:
                Permissions.AddRange(_content.Tables.Permissions(table));
                break;
        }
    }

    private IReadOnlyList<MemberRow> Members(Table table) => _content.Tables.Members(table);

    private void AddHeader(MemberRow row)
    {
        // "Prefer: outlook.timezone" describes a value of the header Prefer.
        string name = row.Member.Name.Split(':')[0].Trim();
        (int start, int end) = (row.NameCell.Start, row.NameCell.End);
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            MediaType ??= StatedMediaType(row.Member.Summary);
        if (_content.Language.HasTranslatedName(row))
            _content.Sink.Report(Rules.TranslatedName, start, end, row.Member.Name, "the request", "it is left out");
        else if (Filler.IsHeader(name))
            _content.Sink.Report(Rules.FillerRow, start, end, row.Member.Name);
        else if (!HttpToken.IsToken(name))
            _content.Sink.Report(Rules.InvalidHeaderName, start, end, row.Member.Name);
        else if (!HttpHeaderNames.IsTransport(name))
            Options.Add(new OptionDefinition(OptionLocation.Header,
                row.Member with { Name = name, Type = DocType.String, Values = default }));
    }

    /// <summary>
    /// Returns the first media type that a description shows as code; null if that is JSON or multipart.
    /// </summary>
    private static string? StatedMediaType(DocText? description)
    {
        string? first = (description?.Inlines ?? default).Where(r => r.Kind == DocInlineKind.Code)
            .Select(r => r.Text.Split(';')[0].Trim().ToLowerInvariant())
            .FirstOrDefault(t => t.IndexOf('/') is > 0 and var slash && t.IndexOf('/', slash + 1) < 0
                && t.All(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '+' or '.'));
        return first is null || first.EndsWith("json", StringComparison.Ordinal)
            || first.StartsWith("multipart/", StringComparison.Ordinal) ? null : first;
    }

    private void AddParagraph(Paragraph paragraph)
    {
        Section section = paragraph.Section;
        RichText text = paragraph.Text;
        if (!section.IsExample && section.NearestKind is SectionKind.Other or SectionKind.RequestBody)
            AddMentioned(text);
        switch (section.NearestKind)
        {
            case SectionKind.RequestBody:
                BodyProse.Add(text);
                _announcesParameters |= text.Plain.IndexOf("following parameters",
                    StringComparison.OrdinalIgnoreCase) >= 0;
                break;
            // "Upload session response" describes the response of another request.
            case SectionKind.Response
                when !section.IsExample && section.Words.StartsWith("Response", StringComparison.OrdinalIgnoreCase):
                ResponseProse.Add(text);
                break;
            case SectionKind.QueryParameters:
                _query.Add(text, paragraph.InList);
                break;
            case SectionKind.Permissions when AnnouncesScopes(text.Plain) && !paragraph.PrecedesListing:
                _content.Sink.Report(Rules.NoScopes, paragraph.Start, paragraph.End);
                break;
        }

        if (section.IsExample && text.Plain.IndexOf("JSON representation of", StringComparison.OrdinalIgnoreCase) >= 0)
            BodyProse.Add(text);
    }

    /// <summary>Adds each code span that the word "parameter" follows.</summary>
    private void AddMentioned(RichText text)
    {
        EquatableArray<DocInline> runs = text.Doc?.Inlines ?? default;
        for (int i = 0; i + 1 < runs.Count; i++)
        {
            string name = runs[i].Text.Trim();
            bool isMentioned = runs[i].Kind == DocInlineKind.Code
                && runs[i + 1] is { Kind: DocInlineKind.Text, Text: var after }
                && after.StartsWith(" parameter", StringComparison.Ordinal)
                && !after.StartsWith(" parameters", StringComparison.Ordinal);
            if (isMentioned && TypeText.IsTypeName(name) && name.IndexOf('.') < 0 && _mentioned.Add(name))
                MentionedParameters.Add(name);
        }
    }

    private static bool AnnouncesScopes(string text) =>
        text.IndexOf("scopes", StringComparison.OrdinalIgnoreCase) >= 0 && text.EndsWith(":", StringComparison.Ordinal);
}
