namespace DocGen.Generator.Reading;

/// <summary>
/// Whether a page is in another language. Headings that do not tell what their sections hold are no proof of it: pages
/// in English have headings of their own, and bookmarks.
/// </summary>
internal static class Translation
{
    /// <summary>
    /// A page is translated if more headings leave their kinds to bookmarks and content than say them in English, and
    /// either headings or columns have letters that English lacks, or no table has English columns.
    /// </summary>
    public static PageLanguage LanguageOf(IReadOnlyList<Section> sections, IReadOnlyList<Table> tables)
    {
        int implied = sections.Count(section => section.IsImplied);
        int stated = sections.Count(section => section is { IsImplied: false, SaysKind: true });
        if (implied <= stated)
            return PageLanguage.English;
        // An included file may be left in English, and a title may have the name of something.
        bool isForeign = sections.Any(section => section is { IsIncluded: false, Level: > 1 }
            && HasForeignLetter(section.Title))
            || tables.Any(table => !table.IsIncluded && table.Header.Any(cell => HasForeignLetter(cell.Plain)));
        return isForeign || !tables.Any(table => !table.IsIncluded && TableColumns.AreEnglish(table))
            ? PageLanguage.Translated : PageLanguage.English;
    }

    private static bool HasForeignLetter(string text) => text.Any(c => c > '\x7f' && char.IsLetter(c));
}
