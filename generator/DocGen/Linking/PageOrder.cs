using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// The order of pages that say something of one type or operation: the words of the first count. The page whose file
/// name says least beside the resource comes first, so <c>user-list.md</c> comes before <c>area-users-user-list.md</c>.
/// File names of pages that follow no dialect say nothing of that: those stay in the order in which they were added.
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
