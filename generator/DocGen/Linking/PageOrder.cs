using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Orders the pages that document the same type or operation. The text of the first page is used. The page whose file
/// name has the fewest words comes first, so <c>user-list.md</c> comes before <c>area-users-user-list.md</c>. Plain
/// pages come last, in their original order, because their file names follow no convention.
/// </summary>
internal sealed class PageOrder : IComparer<PageModel>
{
    public static readonly PageOrder Plainest = new();

    private PageOrder()
    {
    }

    public int Compare(PageModel? x, PageModel? y)
    {
        if (x!.IsPlain || y!.IsPlain)
            return x.IsPlain.CompareTo(y!.IsPlain);
        int words = Words(x.Path).CompareTo(Words(y!.Path));
        return words != 0 ? words : string.CompareOrdinal(x.Path, y.Path);
    }

    /// <summary>The number of words in a file name.</summary>
    public static int Words(string path)
    {
        int words = 1;
        for (int i = path.LastIndexOf('/') + 1; i < path.Length; i++)
        {
            if (path[i] is '-' or '_')
                words++;
        }

        return words;
    }
}
