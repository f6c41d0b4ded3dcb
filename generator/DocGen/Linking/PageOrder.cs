using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The order of pages that say something of one type or operation: the words of the first count. The page whose file name says
/// least beside the resource comes first, so <c>user-list.md</c> comes before <c>area-users-user-list.md</c>.
/// </summary>
internal sealed class PageOrder : IComparer<PageModel>
{
    public static readonly PageOrder Plainest = new();

    private PageOrder()
    {
    }

    public int Compare(PageModel? x, PageModel? y)
    {
        int words = Words(x!.Path).CompareTo(Words(y!.Path));
        return words != 0 ? words : string.CompareOrdinal(x.Path, y.Path);
    }

    /// <summary>How many words a file's name has.</summary>
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
