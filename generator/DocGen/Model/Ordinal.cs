namespace DocGen.Generator.Model;

/// <summary>The order that nothing but the docs decides.</summary>
internal static class Ordinal
{
    /// <summary>Sorts by a key, and by a second where two have the same. What is in order already, as pages mostly are,
    /// costs a comparison each.</summary>
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
