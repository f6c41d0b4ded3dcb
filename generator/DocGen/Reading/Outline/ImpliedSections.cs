using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// What the sections of a page hold whose headings say nothing, as those of another language do: every page of the
/// dialect has the same sections in the same order, and what stands in them is code, types and statuses that no
/// translator touches.
/// </summary>
internal sealed class ImpliedSections
{
    private static readonly string[] BodyMethods = ["POST ", "PUT ", "PATCH "];

    /// <summary>All but the one before the first heading.</summary>
    private readonly IReadOnlyList<Section> _sections;

    private readonly Dictionary<Section, SectionKind> _kinds = [];

    /// <summary>What the resources' JSON names.</summary>
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    private ImpliedSections(IReadOnlyList<Section> sections) => _sections = sections;

    /// <summary>
    /// Gives the sections the kinds that their blocks show, unless a heading of the page says what its section holds.
    /// </summary>
    /// <param name="sections">The page's sections, without the one before the first heading.</param>
    /// <param name="isAboutOther">The page says that it is about something else than how to call an operation.</param>
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
        // The title's own section introduces the page.
        int request = FirstRequest(HasTemplates);
        if (request < 0)
            request = FirstRequest(HasRequest);
        // What a page calls in passing that says it is about something else is none of its own.
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
    /// Permissions, HTTP request, parameters, headers, body, response, example: sections of one level, in this order.
    /// </summary>
    private void ReadOperation(int request)
    {
        Section requested = _sections[request];
        foreach (Section section in _sections.Take(request).Where(s => Has(s, TableKind.Permissions)))
            _kinds[section] = SectionKind.Permissions;
        _kinds[requested] = SectionKind.HttpRequest;
        List<int> next = [.. Enumerable.Range(request + 1, _sections.Count - request - 1)
            .Where(i => _sections[i].Level == requested.Level)];
        // What is shown may stand in sections of its own, a level further down.
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
    /// The last section before the response is about the body. Where no response comes after it, it may be about the
    /// URL instead.
    /// </summary>
    private static bool IsBody(Section section, Section request, bool isBeforeResponse) => !HasOptions(section)
        && (isBeforeResponse || (SendsBody(request) && Tables(section).Any() && !HasPlaceholderOf(section, request)));

    /// <summary>
    /// The fences of a section and of those below it. Of sections of one level, none has another's, so that all have no
    /// more than the page.
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
    /// Of the tables of members, the first is about properties, and the next of the same level about relationships.
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

    /// <summary>Its table has types beyond doubt, or the names that the JSON has.</summary>
    private bool HasMembers(Section section) => Has(section, TableKind.Members)
        || Tables(section).Any(t => t.Header.Count > 2
        && Thresholds.MostCells.IsExceeded(
            t.Rows.Count(r => r.Count > 0 && _names.Contains(r[0].Plain)), t.Rows.Count));

    private static IEnumerable<Fence> Fences(Section section) => section.Blocks.OfType<Fence>();

    private static IEnumerable<Table> Tables(Section section) => section.Blocks.OfType<Table>();

    /// <summary>The JSON of a resource, annotated as such or not at all.</summary>
    private static IEnumerable<Fence> Resources(Section section) =>
        Fences(section).Where(f => f.Annotation?.BlockType is "resource" or null && f.BeginsWith("{"));

    /// <summary>Relative URLs that are not annotated as examples.</summary>
    private static bool HasTemplates(Section section) =>
        Fences(section).Any(f => f.Annotation?.BlockType is null or "ignored" or "samples"
            && f.RequestTarget is { } target && IsRelative(target));

    /// <summary>Where no template is shown, an example under the first heading that has one stands for it.</summary>
    private static bool HasRequest(Section section) =>
        Fences(section).Any(f => f.RequestTarget is { } target && IsRelative(target));

    /// <summary>A template ends in the arguments of a function: <c>recent(count={count})</c>.</summary>
    private static bool CallsFunction(Section section) =>
        Fences(section).Any(f => f.RequestTarget is { } target && target.IndexOf('=') > target.IndexOf('(')
            && target.IndexOf('(') > 0);

    private static bool SendsBody(Section section) =>
        Fences(section).Any(f => f.RequestTarget is not null && Array.Exists(BodyMethods, f.BeginsWith));

    /// <summary>A row is on a placeholder of the request's URL.</summary>
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

    /// <summary>A table or a sentence of options that begin with a dollar sign.</summary>
    private static bool HasOptions(Section section) =>
        Has(section, TableKind.QueryParameters) || section.Blocks.OfType<Paragraph>()
        .Any(p => (p.Text.Doc?.Inlines ?? default).Any(run => run.Kind == DocInlineKind.Code
        && run.Text.TrimStart().StartsWith("$", StringComparison.Ordinal)));

    private static bool Has(Section section, TableKind kind) =>
        Tables(section).Any(t => TableClassifier.KindOfCells(t) == kind);

    private static bool IsRelative(string url) => url.IndexOf("://", StringComparison.Ordinal) < 0;
}
