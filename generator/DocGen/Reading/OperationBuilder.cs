using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Puts together what a page says about one operation.</summary>
internal static class OperationBuilder
{
    public static OperationDefinition Build(PageContent content, PageFacts facts, OperationDraft draft)
    {
        Annotation[] annotations = draft.Examples.Select(e => e.Annotation).OfType<Annotation>().ToArray();
        foreach (Annotation annotation in annotations)
        {
            (int start, int end) = annotation.PlaceOf("name");
            foreach (string name in annotation.Names)
                content.Sink.Anchor(AnchorKeys.RequestName(name), start, end);
        }

        return new OperationDefinition(
            draft.Method,
            annotations.SelectMany(a => a.Names).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            draft.Section.Subject,
            Urls(facts, draft),
            Options(facts, draft),
            BodyReader.Read(content, facts, draft),
            ResponseReader.Read(content, facts, draft),
            ResponseReader.ReadUploaded(content, facts, draft),
            facts.Summary,
            facts.ResponseProse.Select(p => p.Doc).OfType<DocText>().FirstOrDefault(),
            annotations.SelectMany(a => a.Words("scopes")).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            facts.Permissions.ToEquatableArray(),
            annotations.Select(a => a.Boolean("idempotent")).FirstOrDefault(b => b is not null),
            Deprecation: null,
            draft.Tail);
    }

    /// <summary>
    /// The section's templates, then the example URLs that show another way to call the same operation: made of the words the
    /// templates are made of, with placeholders where theirs are, and no sample values.
    /// </summary>
    private static EquatableArray<DocUrl> Urls(PageFacts facts, OperationDraft draft)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        var urls = new List<DocumentedUrl>();
        foreach (UrlUse use in draft.Urls)
        {
            if (shapes.Add(use.Url.Shape))
                urls.Add(use.Url);
        }

        // A word that opens a path stands for itself without one: "root" of "root:/{item-path}".
        var words = new HashSet<string>(
            urls.SelectMany(u => u.Segments).SelectMany(s => (string[])[s.Shape, s.Pieces[0].IsPlaceholder ? s.Shape : s.Pieces[0].Text.TrimEnd('/', ':').ToLowerInvariant()]),
            StringComparer.Ordinal);
        bool hasTemplates = urls.Count > 0;
        foreach (ExampleRequest example in draft.Examples)
        {
            DocumentedUrl url = example.Use.Url;
            bool known = url.Segments.All(s => words.Contains(s.Shape)) || (!hasTemplates && urls.Count == 0);
            if (known && shapes.Add(url.Shape))
                urls.Add(url);
        }

        string[] shown = [.. draft.Examples.Select(e => e.Message.Target)];
        return urls.Select(u => ToDocUrl(u, draft.Method == "GET", facts, shown)).ToEquatableArray();
    }

    private static DocUrl ToDocUrl(DocumentedUrl url, bool isRead, PageFacts facts, string[] shown)
    {
        var path = new System.Text.StringBuilder();
        var parameters = new List<PathParameter>();
        var names = new NameScope([]);
        string? after = null;
        foreach (UrlSegment segment in url.Segments)
        {
            path.Append('/');
            foreach (UrlPiece piece in segment.Pieces)
            {
                if (!piece.IsPlaceholder)
                {
                    path.Append(LiteralText(piece.Text));
                    continue;
                }

                string name = PlaceholderName(piece.Text);
                path.Append('{').Append(piece.KeepsSlashes ? "+" : "").Append(name).Append('}');
                MemberDefinition? row = facts.PathParameters.Concat(facts.FunctionParameters)
                    .FirstOrDefault(r => r.Member.Name.Trim('{', '}').Equals(piece.Text, StringComparison.OrdinalIgnoreCase))?.Member;
                parameters.Add(new PathParameter(name, names.Claim(ParameterName(name, after), "Value"), row?.Summary));
            }

            after = segment.Literal ?? after;
        }

        return new DocUrl(path.Length == 0 ? "/" : path.ToString(), parameters.ToEquatableArray(),
            url.Query.Select(q => q.Key).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            FunctionArguments.Read(url, isRead, facts, shown));
    }

    /// <summary>Braces mean placeholders in the template, so that none may stand in its literals.</summary>
    private static string LiteralText(string text) => text.Replace("{", "%7B").Replace("}", "%7D");

    private static string PlaceholderName(string text)
    {
        string name = new([.. text.Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '|')]);
        return name.Length == 0 ? "value" : name;
    }

    /// <summary>A bare id, name or key takes the singular of the literal before it: classId.</summary>
    private static string ParameterName(string name, string? after)
    {
        int bar = name.IndexOf('|');
        string first = bar < 0 ? name : name.Substring(0, bar);
        if (first is "id" or "name" or "key" && after is not null)
            name = Inflection.Singular(after.Split('(')[0].Trim(':')) + "-" + name;
        var camel = new System.Text.StringBuilder();
        foreach (string part in name.Split(['|'], StringSplitOptions.RemoveEmptyEntries))
            camel.Append(camel.Length == 0 ? Identifiers.Camel(part) : "Or" + Identifiers.Pascal(part));
        return camel.Length == 0 ? "value" : camel.ToString();
    }

    private static EquatableArray<OptionDefinition> Options(PageFacts facts, OperationDraft draft)
    {
        var options = new List<OptionDefinition>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (OptionDefinition option in facts.Options)
        {
            if (seen.Add(option.Location + option.Member.Name))
                options.Add(option);
        }

        foreach (HttpHeader header in draft.Examples.SelectMany(e => e.Message.Headers))
        {
            if (!PageFacts.IsTransportHeader(header.Name) && !Filler.IsHeader(header.Name) && seen.Add(OptionLocation.Header + header.Name))
                options.Add(new OptionDefinition(OptionLocation.Header, new MemberDefinition(header.Name, DocType.String, null)));
        }

        return options.ToEquatableArray();
    }
}
