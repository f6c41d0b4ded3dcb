using System.Text.RegularExpressions;

namespace DocGen.Tool.Diff;

/// <summary>Finds the lines that only one of two texts contains. Ignores column widths and spaces.</summary>
internal sealed partial class LineDiff
{
    /// <summary>
    /// The maximum number of comparisons, more than a large page needs. Above it, a line counts as changed if it is
    /// nowhere in the other text.
    /// </summary>
    private const int MaxCells = 9_000_000;

    private readonly bool[] _old;
    private readonly bool[] _new;
    private readonly Lazy<int[]> _gone;
    private readonly Lazy<int[]> _added;

    public LineDiff(IReadOnlyList<string> old, IReadOnlyList<string> current)
    {
        (_old, _new) = (new bool[old.Count], new bool[current.Count]);
        _gone = new Lazy<int[]>(() =>
            [.. Enumerable.Range(0, _old.Length).Where(line => _old[line] && old[line].Trim().Length > 0)]);
        _added = new Lazy<int[]>(
            () => [.. Enumerable.Range(0, _new.Length).Where(line => _new[line] && current[line].Trim().Length > 0)]);
        (string[] first, string[] second) = ([.. old.Select(Plain)], [.. current.Select(Plain)]);
        int head = 0;
        while (head < first.Length && head < second.Length && first[head] == second[head])
            head++;
        int tail = 0;
        while (tail < first.Length - head && tail < second.Length - head && first[^(tail + 1)] == second[^(tail + 1)])
            tail++;
        Compare(first.AsSpan(head, first.Length - head - tail), second.AsSpan(head, second.Length - head - tail), head);
    }

    /// <summary>Whether a line of the old text, from 0, was removed.</summary>
    public bool IsGone(int line) => line < _old.Length && _old[line];

    /// <summary>Whether a line of the new text, from 0, was added.</summary>
    public bool IsNew(int line) => line < _new.Length && _new[line];

    /// <summary>
    /// The changed non-blank line that is closest to a line of one of the texts; null if there is none.
    /// </summary>
    public int? Nearest(int line, bool isOld)
    {
        int[] changed = isOld ? _gone.Value : _added.Value;
        if (changed.Length == 0)
            return null;
        int place = Array.BinarySearch(changed, line);
        if (place >= 0)
            return line;
        int after = Math.Min(~place, changed.Length - 1);
        int before = Math.Max(0, ~place - 1);
        return Math.Abs(changed[after] - line) < Math.Abs(changed[before] - line) ? changed[after] : changed[before];
    }

    /// <summary>Marks the lines outside of the longest common subsequence.</summary>
    private void Compare(ReadOnlySpan<string> old, ReadOnlySpan<string> current, int offset)
    {
        if ((long)old.Length * current.Length > MaxCells)
        {
            var (known, left) = (new HashSet<string>(current.ToArray()), new HashSet<string>(old.ToArray()));
            for (int i = 0; i < old.Length; i++)
                _old[offset + i] = !known.Contains(old[i]);
            for (int i = 0; i < current.Length; i++)
                _new[offset + i] = !left.Contains(current[i]);
            return;
        }

        int[,] common = new int[old.Length + 1, current.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = current.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == current[j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        (int at, int now) = (0, 0);
        while (at < old.Length || now < current.Length)
        {
            if (at < old.Length && now < current.Length && old[at] == current[now])
                (at, now) = (at + 1, now + 1);
            else if (now == current.Length || (at < old.Length && common[at + 1, now] >= common[at, now + 1]))
                _old[offset + at++] = true;
            else
                _new[offset + now++] = true;
        }
    }

    /// <summary>Returns a line without the padding of tables.</summary>
    private static string Plain(string line) =>
        Padding().Replace(line.Trim(), match => match.Value[0] is '-' or ':' ? "-" : " ")
        .Replace("| ", "|", StringComparison.Ordinal)
        .Replace(" |", "|", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+|:?-{2,}:?")]
    private static partial Regex Padding();
}
