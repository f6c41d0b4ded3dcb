using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>
/// What words of another language mean where a page names a type: <c>Zeichenfolge</c>. A list of words would know some languages; the pages
/// know their own, for the JSON beside their tables shows what most members of a word are.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly Memo<PageModel, Memo> Memos = new();

    private readonly Dictionary<string, DocType> _meanings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _defined;
    private readonly HashSet<string> _defining;
    private readonly Linker _linker;

    private Vocabulary(Linker linker, PageModel[] pages)
    {
        _linker = linker;
        _defined = new HashSet<string>(
            pages.SelectMany(p => p.Resources.Select(r => r.Name).Concat(p.Enums.Select(e => e.Name))).Select(TypeIndex.LastPart), StringComparer.OrdinalIgnoreCase);
        _defining = new HashSet<string>(pages.Where(p => p.Resources.Count == 1).Select(p => p.Path), StringComparer.OrdinalIgnoreCase);
        var votes = new Dictionary<string, List<DocType>>(StringComparer.OrdinalIgnoreCase);
        foreach (MemberDefinition member in pages.Where(p => p.IsTranslated).SelectMany(Members))
        {
            if (member.Type is not { IsWord: true, Name: { } word, Shown: { IsNamed: false, Shape: null, Kind: not TypeKind.Json } shown })
                continue;
            if (!votes.TryGetValue(word, out List<DocType>? given))
                votes.Add(word, given = []);
            given.Add(shown);
        }

        foreach (KeyValuePair<string, List<DocType>> word in votes)
        {
            // One in three may be shown by a value that is not of its type, as true is by "True".
            var most = word.Value.GroupBy(type => type).OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Kind).First();
            if (most.Count() * 3 >= word.Value.Count * 2)
                _meanings.Add(word.Key, most.Key);
        }
    }

    /// <summary>The pages with types for words. A page that has no such words is itself.</summary>
    public static PageModel[] Settle(Linker linker, PageModel[] pages)
    {
        if (!Array.Exists(pages, p => p.IsTranslated))
            return pages;
        var vocabulary = new Vocabulary(linker, pages);
        return [.. pages.Select(p => p.IsTranslated ? vocabulary.Settled(p) : p)];
    }

    /// <summary>The members whose types a page's tables name.</summary>
    private static IEnumerable<MemberDefinition> Members(PageModel page) =>
        page.Resources.SelectMany(r => r.Members).Concat(page.Operations.SelectMany(o => o.Body?.Members ?? default))
            .SelectMany(m => m.Type.Shape is { } shape ? shape.Members.Prepend(m) : [m]);

    /// <summary>The page of last time where its words mean what they meant, so that what rests on it is known again.</summary>
    private PageModel Settled(PageModel page)
    {
        if (Memos.Of(page) is { } memo && memo.Asked.TrueForAll(asked => Meaning(asked.Word, asked.Page) == asked.Meaning))
        {
            memo.Unclear.ForEach(unclear => Report(page, unclear.Word, unclear.Member));
            return memo.Settled;
        }

        var settling = new Settling(this, page);
        PageModel settled = settling.Page();
        Memos.Set(page, new Memo(settled, settling.Asked, settling.Unclear));
        return settled;
    }

    /// <summary>
    /// The type that a word is known for: the resource or enum of its name, the one that is defined where it links to, or what JSON mostly
    /// shows; null where nothing tells.
    /// </summary>
    private DocType? Meaning(string word, string? page) =>
        _defined.Contains(word) || (page is not null && _defining.Contains(page)) ? DocType.Named(word, page)
        : _meanings.TryGetValue(word, out DocType? meaning) ? meaning : null;

    private void Report(PageModel page, string word, string member) =>
        _linker.Report(Rules.UnclearType, page.Path, AnchorKeys.Type(word), word, member, "a string");

    /// <param name="Settled">The page with types for words.</param>
    /// <param name="Asked">The words with what they were taken for.</param>
    /// <param name="Unclear">Those that nothing tells the meaning of.</param>
    private sealed record Memo(PageModel Settled, List<(string Word, string? Page, DocType? Meaning)> Asked, List<(string Word, string Member)> Unclear);

    /// <summary>One page's words.</summary>
    private sealed class Settling(Vocabulary vocabulary, PageModel page)
    {
        public List<(string Word, string? Page, DocType? Meaning)> Asked { get; } = [];

        public List<(string Word, string Member)> Unclear { get; } = [];

        public PageModel Page() => page with
        {
            Resources = page.Resources.Select(r => r with { Members = Of(r.Members) }).ToEquatableArray(),
            Operations = page.Operations.Select(Of).ToEquatableArray(),
        };

        private OperationDefinition Of(OperationDefinition operation) => operation with
        {
            Options = operation.Options.Select(o => o with { Member = Of(o.Member) }).ToEquatableArray(),
            Body = operation.Body is { } body ? body with { Members = Of(body.Members) } : null,
            Urls = operation.Urls.Select(u => u.Arguments.IsEmpty ? u : u with { Arguments = u.Arguments.Select(a => a with { Type = Of(a.Type, a.Name) }).ToEquatableArray() }).ToEquatableArray(),
            Responses = operation.Responses.Select(r => r.Body?.Shape is null ? r : r with { Body = Of(r.Body, "") }).ToEquatableArray(),
        };

        private EquatableArray<MemberDefinition> Of(EquatableArray<MemberDefinition> members) => members.Select(Of).ToEquatableArray();

        private MemberDefinition Of(MemberDefinition member) => member with { Type = Of(member.Type, member.Name) };

        private DocType Of(DocType type, string member)
        {
            if (type.Shape is { } shape)
                return type with { Shape = new Shape(Of(shape.Members)) };
            if (type is not { IsWord: true, Name: { } word })
                return type;
            DocType? meaning = vocabulary.Meaning(word, type.Page);
            Asked.Add((word, type.Page, meaning));
            if (meaning is null && type.Shown is null)
            {
                Unclear.Add((word, member));
                vocabulary.Report(page, word, member);
            }

            if (meaning is null)
                return type.Shown ?? DocType.String;
            for (int rank = 0; rank < type.Rank; rank++)
                meaning = meaning.ToCollection();
            return meaning;
        }
    }
}
