using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Infers the kinds of a page's sections if no heading names one, as on a page in another language. Every page of the
/// dialect has the same sections in the same order, and translators don't change the code, types and statuses in them.
/// </summary>
internal sealed class ImpliedSections
{
    private static readonly string[] BodyMethods = ["POST ", "PUT ", "PATCH "];

    /// <summary>All sections except the one before the first heading.</summary>
    private readonly IReadOnlyList<Section> _sections;

    private readonly Dictionary<Section, SectionKind> _kinds = [];

    /// <summary>The names of the members in the resources' JSON.</summary>
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private ImpliedSections(IReadOnlyList<Section> sections) => _sections = sections;

    /// <summary>Sets the kinds of sections from their blocks, unless a heading of the page names a kind.</summary>
    /// <param name="sections">The page's sections, without the one before the first heading.</param>
    /// <param name="isAboutOther">
    /// Whether the front matter says that the page is not about calling an operation.
    /// </param>
    public static void Infer(IReadOnlyList<Section> sections, bool isAboutOther)
    {
        if (sections.Any(section => section.SaysKind))
            return;
        var implied = new ImpliedSections(sections);
        implied.Read(isAboutOther);
        foreach (KeyValuePair<Section, SectionKind> section in implied._kinds)
            section.Key.Imply(section.Value);
    }

    private void Read(bool isAboutOther)
    {
        // The title's section introduces the page, so the search starts after it.
        int request = FirstRequest(HasTemplates);
        if (request < 0)
            request = FirstRequest(HasRequest);
        // A page that is not about calling an operation shows requests of other pages.
        if (request > 0 && !isAboutOther)
            ReadOperation(request);
        else if (_sections.Any(section => Resources(section).Any()))
            ReadResource();
    }

    private int FirstRequest(Func<Section, bool> isRequest)
    {
        for (int i = 1; i < _sections.Count; i++)
        {
            if (isRequest(_sections[i]))
                return i;
        }

        return -1;
    }

    /// <summary>
    /// Sets the kinds of sections on an operation's page. Sections of the same level follow each other in this order:
    /// permissions, HTTP request, parameters, headers, body, response and example.
    /// </summary>
    private void ReadOperation(int request)
    {
        Section requested = _sections[request];
        foreach (Section section in _sections.Take(request).Where(s => Has(s, TableKind.Permissions)))
            _kinds[section] = SectionKind.Permissions;
        _kinds[requested] = SectionKind.HttpRequest;
        List<int> next = [.. Enumerable.Range(request + 1, _sections.Count - request - 1)
            .Where(i => _sections[i].Level == requested.Level)];
        // The examples may be in subsections.
        int example = next.FindIndex(place => Shown(place).Any(IsMessage));
        if (example >= 0)
            _kinds[_sections[next[example]]] = SectionKind.Example;
        List<Section> described = [.. next.Take(example < 0 ? next.Count : example).Select(i => _sections[i])];
        int headers = described.FindIndex(s => Has(s, TableKind.Headers));
        if (headers >= 0)
            _kinds[described[headers]] = SectionKind.RequestHeaders;
        int response = described.FindIndex(headers + 1, HasStatus);
        if (response >= 0)
            _kinds[described[response]] = SectionKind.Response;
        int body = (response < 0 ? described.Count : response) - 1;
        if (body >= 0 && body != headers && IsBody(described[body], requested, isBeforeResponse: response > 0))
            _kinds[described[body]] = SectionKind.RequestBody;
        SectionKind parameters = CallsFunction(requested) ? SectionKind.FunctionParameters : SectionKind.PathParameters;
        foreach (Section section in described.Take(response < 0 ? described.Count : response)
            .Where(s => !_kinds.ContainsKey(s)))
            _kinds[section] = HasOptions(section) ? SectionKind.QueryParameters : parameters;
    }

    /// <summary>
    /// Whether a section is about the body. This is true for the last section before the response. If no response
    /// follows, the section may be about the URL instead.
    /// </summary>
    private static bool IsBody(Section section, Section request, bool isBeforeResponse) => !HasOptions(section)
        && (isBeforeResponse || (SendsBody(request) && Tables(section).Any() && !HasPlaceholderOf(section, request)));

    /// <summary>
    /// Returns the fences of a section and of its subsections. Sections of the same level share no fence, so reading
    /// all of them visits each fence of the page at most once.
    /// </summary>
    private IEnumerable<Fence> Shown(int place)
    {
        int level = _sections[place].Level;
        do
        {
            foreach (Fence fence in Fences(_sections[place]))
                yield return fence;
        }
        while (++place < _sections.Count && _sections[place].Level > level);
    }

    /// <summary>
    /// Sets the kinds of sections on a resource's page. The first table of members lists properties, and the next one
    /// of the same level lists relationships.
    /// </summary>
    private void ReadResource()
    {
        _names.UnionWith(_sections.SelectMany(Resources)
            .SelectMany(fence => (JsonReader.Read(fence.Content.Text).Value as JsonObject)?.Members ?? [])
                .Select(m => m.Name));
        Section? properties = null;
        foreach (Section section in _sections.Skip(1))
        {
            if (Resources(section).Any())
                _kinds[section] = SectionKind.JsonRepresentation;
            else if (Has(section, TableKind.Methods))
                _kinds[section] = SectionKind.Methods;
            else if (HasMembers(section) && properties is null)
                _kinds[properties = section] = SectionKind.Properties;
            else if (HasMembers(section) && section.Level == properties?.Level)
                _kinds[section] = SectionKind.Relationships;
        }
    }

    /// <summary>
    /// Whether the section contains a table of members. A table is one if its types are unmistakable, or if most of its
    /// names are in the JSON.
    /// </summary>
    private bool HasMembers(Section section) => Has(section, TableKind.Members)
        || Tables(section).Any(t => t.Header.Count > 2
        && Thresholds.MostCells.IsExceeded(
            t.Rows.Count(r => r.Count > 0 && _names.Contains(r[0].Plain)), t.Rows.Count));

    private static IEnumerable<Fence> Fences(Section section) => section.Blocks.OfType<Fence>();

    private static IEnumerable<Table> Tables(Section section) => section.Blocks.OfType<Table>();

    /// <summary>The JSON of a resource, with or without an annotation.</summary>
    private static IEnumerable<Fence> Resources(Section section) =>
        Fences(section).Where(f => f.Annotation?.BlockType is "resource" or null && f.BeginsWith("{"));

    /// <summary>Whether the section has relative URLs that are not annotated as examples.</summary>
    private static bool HasTemplates(Section section) =>
        Fences(section).Any(f => f.Annotation?.BlockType is null or "ignored" or "samples"
            && f.RequestTarget is { } target && IsRelative(target));

    /// <summary>
    /// Whether the section has any relative URL. If the page shows no template, its first example serves as one.
    /// </summary>
    private static bool HasRequest(Section section) =>
        Fences(section).Any(f => f.RequestTarget is { } target && IsRelative(target));

    /// <summary>Whether a URL ends in the arguments of a function: <c>recent(count={count})</c>.</summary>
    private static bool CallsFunction(Section section) =>
        Fences(section).Any(f => f.RequestTarget is { } target && target.IndexOf('=') > target.IndexOf('(')
            && target.IndexOf('(') > 0);

    private static bool SendsBody(Section section) =>
        Fences(section).Any(f => f.RequestTarget is not null && Array.Exists(BodyMethods, f.BeginsWith));

    /// <summary>Whether a row describes a placeholder of the request's URL.</summary>
    private static bool HasPlaceholderOf(Section section, Section request)
    {
        var placeholders = new HashSet<string>(
            Fences(request).Select(f => f.RequestTarget).OfType<string>()
                .SelectMany(target => target.Split('{').Skip(1)).Select(text => text.Split('}')[0]),
            StringComparer.OrdinalIgnoreCase);
        return Tables(section).SelectMany(t => t.Rows)
            .Any(row => row.Count > 0 && placeholders.Contains(row[0].Plain.Trim('{', '}')));
    }

    private static bool IsMessage(Fence fence) => fence.Annotation?.BlockType is "request" or "response" or "example"
        || fence.BeginsWith("HTTP/") || (fence.RequestTarget is { } target && !IsRelative(target));

    private static bool HasStatus(Section section) =>
        section.Blocks.OfType<Paragraph>().Any(p => Prose.Statuses(p.Text.Plain).Count > 0);

    /// <summary>Whether a table or a sentence of the section contains options that begin with a dollar sign.</summary>
    private static bool HasOptions(Section section) =>
        Has(section, TableKind.QueryParameters) || section.Blocks.OfType<Paragraph>()
        .Any(p => (p.Text.Doc?.Inlines ?? default).Any(run => run.Kind == DocInlineKind.Code
        && run.Text.TrimStart().StartsWith("$", StringComparison.Ordinal)));

    private static bool Has(Section section, TableKind kind) =>
        Tables(section).Any(t => TableClassifier.KindOfCells(t) == kind);

    private static bool IsRelative(string url) => url.IndexOf("://", StringComparison.Ordinal) < 0;
}
