using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>The content of a page about one of its resources.</summary>
internal sealed class ResourceDraft(ResourceSource source, JsonObject? json)
{
    private readonly Dictionary<(string Words, string Type), List<string>> _hints = [];

    public string Name => source.Name;

    public Annotation? Annotation => source.Annotation;

    public Section Section => source.Section;

    public Fence? Fence => source.Fence;

    public JsonObject? Json { get; } = json;

    public HashSet<string> JsonNames { get; } = new((json?.Members ?? []).Select(m => m.Name),
        StringComparer.OrdinalIgnoreCase);

    public List<MemberRow> Rows { get; } = [];

    public List<MemberRow> Relationships { get; } = [];

    /// <summary>All types that the page names as base types of this one.</summary>
    public List<string> Ancestors { get; } = [];

    public List<DocType> LinkedAncestors { get; } = [];

    public void AddAncestor(string name, RichText sentence, string page)
    {
        Ancestors.Add(name);
        LinkedAncestors.AddRange(sentence.Links.Where(l => Prose.TypeName(l.Text) == name
            && Prose.LinkedPage(l.Target) is not null)
            .Select(l => PageLanguage.English.LinkedType(l, page)));
    }

    /// <summary>
    /// The possible base types. Either several descriptions end in a link to the type after the same few words, or a
    /// short sentence at the top of the page ends in such a link.
    /// </summary>
    public IEnumerable<HintedAncestor> HintedAncestors => _hints.Where(hint => hint.Value.Count > 1)
        .Select(hint => new HintedAncestor(hint.Key.Type, hint.Value.ToEquatableArray(), hint.Key.Words))
        .Concat(Introduced)
        .OrderBy(hint => hint.Name, StringComparer.Ordinal).ThenBy(hint => hint.Words, StringComparer.Ordinal);

    /// <summary>The types that short sentences at the top of the page link to at their end.</summary>
    public List<HintedAncestor> Introduced { get; } = [];

    public void AddHints(IEnumerable<MemberRow> rows, PageLanguage language)
    {
        foreach (MemberRow row in rows)
        {
            if (row.Member.InheritedFrom is not null || row.Description is not { } text
                || language.ShortLink(text, out string words) is not { } type)
                continue;
            if (!_hints.TryGetValue((words, type), out List<string>? members))
                _hints.Add((words, type), members = []);
            members.Add(row.Member.Name);
        }
    }
}
