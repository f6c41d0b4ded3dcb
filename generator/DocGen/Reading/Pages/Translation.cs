using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>
/// Whether a page is in another language. Headings that do not tell what their sections hold are no proof of it: pages in English have
/// headings of their own, and bookmarks.
/// </summary>
internal static class Translation
{
    /// <param name="blocks">The blocks of the page, in the sections that bookmarks or what stands below the headings show.</param>
    /// <returns>
    /// More headings leave their kinds to bookmarks and content than tell them in English, and either headings or columns have letters that
    /// English lacks, or no table has English columns.
    /// </returns>
    public static bool Shows(IReadOnlyList<PageBlock> blocks)
    {
        int untold = 0, telling = 0;
        bool isForeign = false, hasEnglishColumns = false;
        foreach (PageBlock block in blocks)
        {
            if (block.Block is HeadingBlock)
            {
                untold += block.Section.IsUntold ? 1 : 0;
                telling += block.Section is { IsUntold: false, IsTelling: true } ? 1 : 0;
            }

            // An included file may be left in English.
            if (block.IsIncluded)
                continue;
            // A title may have the name of something.
            isForeign |= block.Block is HeadingBlock { Level: > 1 } heading && HasForeignLetter(heading.Text.Plain);
            if (block.Block is TableBlock table)
            {
                isForeign |= table.Header.Any(cell => HasForeignLetter(cell.Plain));
                hasEnglishColumns |= TableReader.HasEnglishColumns(table);
            }
        }

        return untold > telling && (isForeign || !hasEnglishColumns);
    }

    private static bool HasForeignLetter(string text) => text.Any(c => c >= 128 && char.IsLetter(c));
}
