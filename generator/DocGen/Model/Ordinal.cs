namespace DocGen.Generator.Model;

/// <summary>Sorts by ordinal comparison, so the order depends only on the docs.</summary>
internal static class Ordinal
{
    /// <summary>
    /// Sorts by a key, and equal items by a second key. Pages are usually sorted already. Sorted input costs one
    /// comparison per item.
    /// </summary>
    public static void Sort<T>(T[] items, Func<T, string> key, Func<T, string>? second = null)
    {
        int Compare(T a, T b) =>
            string.CompareOrdinal(key(a), key(b)) is var order && (order != 0 || second is null)
                ? order
                : string.CompareOrdinal(second(a), second(b));
        for (int i = 1; i < items.Length; i++)
        {
            if (Compare(items[i - 1], items[i]) > 0)
            {
                Array.Sort(items, Compare);
                return;
            }
        }
    }
}
