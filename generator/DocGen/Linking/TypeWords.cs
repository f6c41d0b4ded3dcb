using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>Learns the meaning of type words in other languages.</summary>
internal sealed class TypeWords
{
    private readonly Dictionary<string, DocType> _meanings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _defined;
    private readonly HashSet<string> _defining;

    public TypeWords(PageModel[] pages)
    {
        _defined = new HashSet<string>(
            pages.SelectMany(p => p.Resources.Select(r => r.Name).Concat(p.Enums.Select(e => e.Name)))
                .Select(TypeIndex.LastPart), StringComparer.OrdinalIgnoreCase);
        _defining = new HashSet<string>(pages.Where(p => p.Resources.Count == 1).Select(p => p.Path),
            StringComparer.OrdinalIgnoreCase);
        var votes = new Dictionary<string, List<DocType>>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberDefinition member in pages.Where(p => p.IsTranslated).SelectMany(Members))
        {
            if (member.Type is not
                {
                    IsWord: true, Name: { } word,
                    Shown: { IsNamed: false, Shape: null, Kind: not TypeKind.Json } shown
                })
                continue;
            if (!votes.TryGetValue(word, out List<DocType>? given))
                votes.Add(word, given = []);
            given.Add(shown);
        }

        foreach (KeyValuePair<string, List<DocType>> word in votes)
        {
            // Up to a third of the values may have another type, such as the string "True" instead of true.
            var most = word.Value.GroupBy(type => type).OrderByDescending(same => same.Count())
                .ThenBy(same => same.Key.Kind).First();
            if (Thresholds.AgreedMeaning.IsReached(most.Count(), word.Value.Count))
                _meanings.Add(word.Key, most.Key);
        }
    }

    /// <summary>
    /// Returns the meaning of a word: the resource or enum with this name, the type that the linked page defines, or
    /// the type of most of the word's values in the JSON; else null.
    /// </summary>
    public DocType? MeaningOf(TypeWord word) =>
        _defined.Contains(word.Word) || (word.Page is not null && _defining.Contains(word.Page))
        ? DocType.Named(word.Word, word.Page)
        : _meanings.TryGetValue(word.Word, out DocType? meaning) ? meaning : null;

    /// <summary>The members of a page's resources and request bodies, with the members of nested objects.</summary>
    private static IEnumerable<MemberDefinition> Members(PageModel page) =>
        page.Resources.SelectMany(r => r.Members).Concat(page.Operations.SelectMany(o => o.Body?.Members ?? default))
            .SelectMany(m => m.Type.Shape is { } shape ? shape.Members.Prepend(m) : [m]);
}
