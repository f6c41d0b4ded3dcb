namespace DocGen.Generator.Reading;

/// <summary>
/// Decides whether a page is in another language. Unknown headings don't prove this, because English pages have unknown
/// headings and bookmarks too.
/// </summary>
internal static class Translation
{
    /// <summary>
    /// Returns the language. A page is translated if two conditions hold. First, more headings get their kinds from
    /// bookmarks and content than from English words. Second, a heading or column has non-ASCII letters, or no table
    /// has English columns.
    /// </summary>
    public static PageLanguage LanguageOf(IReadOnlyList<Section> sections, IReadOnlyList<Table> tables)
    {
        int implied = sections.Count(section => section.IsImplied);
        int stated = sections.Count(section => section is { IsImplied: false, SaysKind: true });
        if (implied <= stated)
            return PageLanguage.English;
        // An included file may be in English, and the page's title may contain a proper name.
        bool isForeign = sections.Any(section => section is { IsIncluded: false, Level: > 1 }
            && HasForeignLetter(section.Title))
            || tables.Any(table => !table.IsIncluded && table.Header.Any(cell => HasForeignLetter(cell.Plain)));
        return isForeign || !tables.Any(table => !table.IsIncluded && TableColumns.AreEnglish(table))
            ? PageLanguage.Translated : PageLanguage.English;
    }

    private static bool HasForeignLetter(string text) => text.Any(c => c > '\x7f' && char.IsLetter(c));
}
