using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The pages of a set, with types in place of type words of other languages, such as <c>Zeichenfolge</c>. A fixed word
/// list would cover few languages. So the meaning of a word is learned from the pages: the JSON of a resource shows the
/// types of most members of its table.
/// </summary>
/// <param name="Pages">The pages in input order. An English page is the same object.</param>
internal sealed record TranslatedPages(PageModel[] Pages, IReadOnlyList<LinkFinding> Findings)
{
    public static TranslatedPages Of(PageModel[] pages, LinkCache cache)
    {
        if (!Array.Exists(pages, p => p.IsTranslated))
            return new TranslatedPages(pages, []);
        var words = new TypeWords(pages);
        TranslatedPage?[] translated =
            [.. pages.Select(p => p.IsTranslated
                ? cache.Translated.Get(p.Path, p, words.MeaningOf, WordReplacer.Replace)
                : null)];
        return new TranslatedPages(
            [.. pages.Select((p, i) => translated[i]?.Page ?? p)],
            [.. translated.OfType<TranslatedPage>().SelectMany(page => page.Unclear)]);
    }

    /// <summary>Replaces the type words of one page.</summary>
    private sealed class WordReplacer(PageModel page, Func<TypeWord, DocType?> meaningOf)
    {
        private readonly List<LinkFinding> _unclear = [];

        public static TranslatedPage Replace(PageModel page, Func<TypeWord, DocType?> meaningOf)
        {
            var replacer = new WordReplacer(page, meaningOf);
            PageModel replaced = page with
            {
                Resources = page.Resources.Select(r => r with { Members = replacer.Of(r.Members) }).ToEquatableArray(),
                Operations = page.Operations.Select(replacer.Of).ToEquatableArray(),
            };
            return new TranslatedPage(replaced, replacer._unclear.ToEquatableArray());
        }

        private OperationDefinition Of(OperationDefinition operation) => operation with
        {
            Options = operation.Options.Select(o => o with { Member = Of(o.Member) }).ToEquatableArray(),
            Body = operation.Body is { } body ? body with { Members = Of(body.Members) } : null,
            Urls = operation.Urls.Select(
                u => u.Arguments.IsEmpty
                    ? u
                    : u with
                    {
                        Arguments = u.Arguments.Select(a => a with { Type = Of(a.Type, a.Name) })
                        .ToEquatableArray()
                    }).ToEquatableArray(),
            Responses = operation.Responses.Select(r => r.Body?.Shape is null ? r : r with { Body = Of(r.Body, "") })
                .ToEquatableArray(),
        };

        private EquatableArray<MemberDefinition> Of(EquatableArray<MemberDefinition> members) =>
            members.Select(Of).ToEquatableArray();

        private MemberDefinition Of(MemberDefinition member) => member with { Type = Of(member.Type, member.Name) };

        private DocType Of(DocType type, string member)
        {
            if (type.Shape is { } shape)
                return type with { Shape = new Shape(Of(shape.Members)) };
            if (type is not { IsWord: true, Name: { } word })
                return type;
            if (meaningOf(new TypeWord(word, type.Page)) is not { } meaning)
            {
                if (type.Shown is null)
                    _unclear.Add(LinkFindings.Of(Rules.UnclearType, page.Path, AnchorKeys.Type(word), word, member,
                        "a string"));
                return type.Shown ?? DocType.String;
            }

            for (int rank = 0; rank < type.Rank; rank++)
                meaning = meaning.ToCollection();
            return meaning;
        }
    }
}
