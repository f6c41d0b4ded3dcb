using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Reading;

/// <summary>Builds the definition of one operation from its parts on the page.</summary>
internal static class OperationBuilder
{
    public static OperationDefinition Build(PageContent content, PageFacts facts, OperationParts draft)
    {
        Annotation[] annotations = draft.Examples.Select(e => e.Annotation).OfType<Annotation>().ToArray();
        foreach (Annotation annotation in annotations)
        {
            (int start, int end) = annotation.PlaceOf("name");
            foreach (string name in annotation.Names)
                content.Sink.Anchor(AnchorKeys.RequestName(name), start, end);
        }

        ILookup<bool, UrlUse> uses = Uses(draft);
        (EquatableArray<UrlDefinition> urls,
            EquatableArray<UsageDefinition> usages) = Urls(content.Path, facts, draft, uses);
        bool isVaried = urls.Concat(usages.Select(usage => usage.Url)).Select(Ending)
            .Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;
        return new OperationDefinition(
            StringPool.Get(draft.Method),
            annotations.SelectMany(a => a.Names).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            draft.Section.Subject,
            urls,
            Options(facts, draft, uses[false]),
            BodyReader.Read(content, facts, draft),
            ResponseReader.Read(content, facts, draft),
            ResponseReader.ReadUploaded(content, facts, draft),
            facts.Summary,
            facts.ResponseProse.Select(p => p.Shown).OfType<DocText>().FirstOrDefault(),
            annotations.SelectMany(a => a.Words("scopes")).Distinct(StringComparer.Ordinal).ToEquatableArray(),
            facts.Permissions.ToEquatableArray(),
            annotations.Select(a => a.Boolean("idempotent")).FirstOrDefault(b => b is not null),
            Deprecation: null,
            draft.Tail,
            ResponseHeaders: facts.ResponseHeaders.Select(r => r.Member)
                .Where(m => !HttpHeaderNames.IsTransport(m.Name)).ToEquatableArray(),
            Usages: usages,
            IsList: draft.Variant == UrlVariant.Collection,
            Calls: isVaried ? draft.Examples.Select(example => ShownCall(content, example)).OfType<ShownCall>()
                .ToEquatableArray() : default,
            IsVaried: isVaried,
            QuerySupport: facts.QuerySupport);
    }

    /// <summary>Returns the last word of a URL in the singular, and whether a key follows the word.</summary>
    private static string Ending(UrlDefinition url) =>
        Inflection.Singular(url.Path.LastName ?? "") + (url.Path.Last is { EndsInPlaceholder: true } ? "/" : "");

    /// <summary>Returns the body and response that an example shows; null for a URL without a word.</summary>
    private static ShownCall? ShownCall(PageContent content, ExampleRequest example)
    {
        if (example.Use.Url.Path.LastName is not { } word)
            return null;
        ExampleResponse? answer = example.Responses
            .Find(r => r.Message.Status is >= 200 and < 300 && r.Annotation?.TypeName is not null);
        DocType? type = answer is null ? null : TypeText.Parse(answer.Annotation!.TypeName!, out _);
        bool isList = answer?.Message is { Body: { Length: > 0 } list } && list[0] == '{'
            && content.Json.Read(answer.Content, list, answer.Message.BodyStart) is JsonObject { } shown
            && shown["value"] is JsonArray;
        var json = example.Message is { Body: { Length: > 0 } body } && body[0] == '{'
            ? content.Json.Read(example.Fence.Content, body, example.Message.BodyStart) as JsonObject
            : null;
        return new ShownCall(
            word, example.Use.Url.Path.Last is { EndsInPlaceholder: true },
            type is { IsNamed: true } ? type with { Rank = 0 } : null,
            isList || type is { Rank: > 0 } || answer?.Annotation!.Flag("isCollection") == true,
            json is null ? default : JsonShapes.Members(json, isDefinition: false));
    }

    /// <summary>
    /// Splits the templates into the URLs of the operation (key <c>false</c>) and usages (key <c>true</c>). A usage
    /// shows how a request for another resource returns the same result. If there are templates without a query, a
    /// template with a query and a different ending is a usage, because a query does not identify a URL.
    /// </summary>
    private static ILookup<bool, UrlUse> Uses(OperationParts draft)
    {
        var ends = new HashSet<string>(draft.Urls.Where(use => use.Url.Query.Count == 0).Select(use => End(use.Url)),
            StringComparer.Ordinal);
        return draft.Urls.OrderBy(use => use.Url.Query.Count > 0)
            .ToLookup(use => ends.Count > 0 && !ends.Contains(End(use.Url)));
    }

    /// <summary>
    /// Returns the templates, then the example URLs that are alternatives. An alternative has only words of the
    /// templates, has placeholders in the same positions, and has no sample values.
    /// </summary>
    private static (EquatableArray<UrlDefinition> Urls, EquatableArray<UsageDefinition> Usages) Urls(string page,
        PageFacts facts, OperationParts draft, ILookup<bool, UrlUse> uses)
    {
        var shapes = new HashSet<string>(StringComparer.Ordinal);
        List<DocumentedUrl> urls = [.. uses[false].Select(use => use.Url).Where(url => shapes.Add(url.Shape))];
        List<DocumentedUrl> usages = [.. uses[true].Select(use => use.Url).Where(url => shapes.Add(url.Shape))];

        // If a word begins a path-based address, it is also known without the path: "root" of "root:/{item-path}".
        IEnumerable<UrlPiece> openings = urls.SelectMany(u => u.Segments).Select(s => s.Pieces[0])
            .Where(p => !p.IsPlaceholder);
        var words = new HashSet<string>(urls.SelectMany(Words).Concat(openings.Select(p => p.Shape.TrimEnd(':'))),
            StringComparer.Ordinal);
        bool hasTemplates = urls.Count > 0;
        var ends = new HashSet<string>(urls.Select(End), StringComparer.Ordinal);
        bool isNamed = urls.Exists(u => EndsInName(page, u));
        ILookup<string, UrlSegment> calls = urls.SelectMany(u => u.Segments)
            .Where(segment => CallOf(segment) is not null)
            .ToLookup(segment => CallOf(segment)!, StringComparer.Ordinal);
        foreach (ExampleRequest example in draft.Examples)
        {
            DocumentedUrl url = WithCalls(example.Use.Url, calls);
            bool known = (!hasTemplates && urls.Count == 0) || Words(url).All(words.Contains)
                || (ends.Contains(End(url)) && IsWay(url, example.Message.Target, words));
            // The templates may have been copied from another page. The file name and the example are more reliable in
            // this case.
            if (!known && !isNamed && EndsInName(page, url))
            {
                isNamed = true;
                shapes.Add(url.Shape);
                urls.Insert(0, url);
            }
            if (known && shapes.Add(url.Shape))
                urls.Add(url);
        }

        // A cast segment at the end of a template's URL restricts the result to items of that type (OData URL
        // Conventions 4.01, section 4.11).
        urls.AddRange(draft.Casts.Concat(draft.Examples.Select(example => example.Use)).Select(use => use.Url)
            .Where(url => url.Path.Last?.Literal is { } last && last.IndexOf('.') > 0 && last.IndexOf('(') < 0
                && shapes.Contains(url.Path.Parent.Shape) && shapes.Add(url.Shape)).ToArray());
        var arguments = new FunctionArguments(facts, isRead: draft.Method == "GET",
            sendsBody: draft.Examples
                .Any(e => e.Message.Body is { } body && body.TrimStart().StartsWith("{", StringComparison.Ordinal)),
            draft.Examples.Select(e => e.Message.Target), draft.Examples.Select(e => e.Use.Url));
        return (urls.Select(u => ToUrl(u, facts, arguments)).ToEquatableArray(),
            usages.Select(u => new UsageDefinition(ToUrl(u, facts, arguments), Query(u))).ToEquatableArray());
    }

    /// <summary>
    /// Replaces an example's function calls by the template's calls with the same argument names, so that sample values
    /// don't matter.
    /// </summary>
    private static DocumentedUrl WithCalls(DocumentedUrl url, ILookup<string, UrlSegment> calls)
    {
        UrlSegment[]? called = null;
        for (int i = 0; i < url.Segments.Count && calls.Count > 0; i++)
        {
            if (CallOf(url.Segments[i]) is { } call && calls[call].FirstOrDefault() is { } same
                && same != url.Segments[i])
                (called ??= [.. url.Segments])[i] = same;
        }

        return called is null ? url : url with { Path = new UrlPath(called.ToEquatableArray()) };
    }

    /// <summary>
    /// Returns the function that a segment calls, with its argument names; null if the segment calls no function.
    /// </summary>
    private static string? CallOf(UrlSegment segment)
    {
        if (segment.Head.Length == 0 || segment.Pieces[segment.Pieces.Count - 1].Text is not { Length: > 0 } end
            || end[end.Length - 1] != ')')
            return null;
        string names = string.Join(",",
            UrlArguments.Read(string.Concat(segment.Pieces)).Select(argument => argument.Name));
        return names.Length == 0 ? null : (segment.Head + "(" + names).ToLowerInvariant();
    }

    /// <summary>
    /// Whether an example's URL is another way to call the operation. It must have all its placeholders in braces, and
    /// no unknown word after a collection, because such a word is a sample key.
    /// </summary>
    private static bool IsWay(DocumentedUrl url, string target, HashSet<string> words)
    {
        if (url.Query.Count > 0 || url.Path.Placeholders.Count() != target.Count(c => c is '{' or '<'))
            return false;
        string before = "";
        foreach (UrlSegment segment in url.Segments)
        {
            bool isNew = segment.Literal is { } word && !words.Contains(segment.Shape)
                && !words.Contains(segment.Shape.TrimEnd(':'));
            if (isNew && (Inflection.Singular(before) != before
                || segment.Literal!.Any(c => !char.IsLetter(c) && c != ':')))
                return false;
            before = segment.Literal ?? "";
        }

        return true;
    }

    /// <summary>
    /// Returns the shapes of a URL's segments. A path is joined with the segment before it:
    /// <c>root:/{}:</c>.
    /// </summary>
    private static List<string> Words(DocumentedUrl url)
    {
        var words = new List<string>(url.Segments.Count);
        foreach (UrlSegment segment in url.Segments)
        {
            if (segment.IsPath)
                words[words.Count - 1] += "/" + segment.Shape;
            else
                words.Add(segment.Shape);
        }

        return words;
    }

    /// <summary>Returns the end of a URL: its last word and the segments after it.</summary>
    private static string End(DocumentedUrl url)
    {
        int last = url.Segments.Count - 1;
        while (last >= 0 && url.WordAt(last) is null)
            last--;
        return string.Join("/", url.Segments.Skip(Math.Max(0, last)).Select(s => s.Shape));
    }

    private static string Query(DocumentedUrl url) =>
        string.Join("&", url.Query.Select(option => option.Key + "=" + option.Value));

    /// <summary>Whether the page's file name ends in the last word of a URL.</summary>
    private static bool EndsInName(string page, DocumentedUrl url) =>
        url.Path.Last?.Literal is { Length: >= Thresholds.FileEnd } last
        && System.IO.Path.GetFileNameWithoutExtension(page).EndsWith("-" + last, StringComparison.OrdinalIgnoreCase);

    private static UrlDefinition ToUrl(DocumentedUrl url, PageFacts facts, FunctionArguments arguments)
    {
        var parameters = new List<PathParameter>();
        var names = new NameScope([]);
        string? after = null;
        for (int i = 0; i < url.Segments.Count; i++)
        {
            foreach (UrlPiece piece in url.Segments[i].Pieces)
            {
                if (piece.IsPlaceholder)
                    parameters.Add(new PathParameter(piece.Text,
                        StringPool.Get(names.Claim(ParameterName(piece.Text, after), "Value")),
                        facts.Placeholder(piece.Text)?.Summary));
            }

            after = url.WordAt(i) is null ? after : url.Segments[i].Head;
        }

        return new UrlDefinition(url.Path, parameters.ToEquatableArray(), arguments.Of(url), url.Root);
    }

    /// <summary>
    /// Returns the C# name of a path parameter. A bare id, name or key gets the singular of the preceding literal as a
    /// prefix: classId. If a name already begins with that literal in the plural, the plural becomes the singular.
    /// </summary>
    public static string ParameterName(string name, string? after)
    {
        int bar = name.IndexOf('|');
        string first = (bar < 0 ? name : name.Substring(0, bar)).ToLowerInvariant();
        string one = Inflection.Singular(after?.Trim(':') ?? "");
        if (first is "id" or "name" or "key" && one.Length > 0 && Identifiers.Plain(one) != first)
            name = one + "-" + first + (bar < 0 ? "" : name.Substring(bar));
        else if (bar < 0 && one.Length > 0
            && (Identifiers.Plain(name) == Identifiers.Plain(after!) + "id"
                || Identifiers.Plain(name) == Identifiers.Plain(one) + "id"))
            name = one + "-id";
        var camel = new System.Text.StringBuilder();
        foreach (string part in name.Split(['|'], StringSplitOptions.RemoveEmptyEntries))
            camel.Append(camel.Length == 0 ? Identifiers.Camel(part) : "Or" + Identifiers.Pascal(part));
        return camel.Length == 0 ? "value" : camel.ToString();
    }

    /// <summary>
    /// Returns Boolean for true or false. Any other value may be only an example, so its type is String.
    /// </summary>
    private static DocType OptionType(string value) =>
        new(value is "true" or "false" ? TypeKind.Boolean : TypeKind.String);

    /// <summary>
    /// Returns the options in tables, then the options that only the operation's own templates and examples contain.
    /// </summary>
    private static EquatableArray<OptionDefinition> Options(PageFacts facts, OperationParts draft,
        IEnumerable<UrlUse> templates)
    {
        var options = new List<OptionDefinition>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (OptionDefinition option in facts.Options)
        {
            if (seen.Add(option.Location + option.Member.Name))
                options.Add(option);
            if (option.Location == OptionLocation.Query)
                names.Add(option.Member.Name.TrimStart('$'));
        }

        foreach (KeyValuePair<string, string> shown in templates.Concat(draft.Examples.Select(e => e.Use))
            .SelectMany(use => use.Url.Query))
        {
            // The runtime sends the options that request the next page or the next state.
            bool isLink = shown.Key.TrimStart('$').ToLowerInvariant() is "skiptoken" or "deltatoken" or "deltalink";
            string name = SystemQueryOptions.WireName(shown.Key) ?? shown.Key;
            if (!isLink && names.Add(name.TrimStart('$')) && !facts.QuerySupport.Denied.Contains(name))
                options.Add(new OptionDefinition(OptionLocation.Query,
                    new MemberDefinition(name, OptionType(shown.Value), null)));
        }

        foreach (HttpHeader header in draft.Examples.SelectMany(e => e.Message.Headers))
        {
            if (!HttpHeaderNames.IsTransport(header.Name) && !Filler.IsHeader(header.Name)
                && HttpToken.IsToken(header.Name) && seen.Add(OptionLocation.Header + header.Name))
                options.Add(new OptionDefinition(OptionLocation.Header,
                    new MemberDefinition(header.Name, DocType.String, null)));
        }

        return options.ToEquatableArray();
    }
}
