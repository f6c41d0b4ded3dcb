namespace DocGen.Generator.Model;

/// <summary>
/// Shares equal strings that pages repeat: names, types, scopes, phrases. Most of the memory of a set's model is
/// strings, and three quarters of them are duplicates. Sharing them makes garbage collections cheaper. The pool has a
/// fixed size: a string replaces another string in the same slot.
/// </summary>
internal static class StringPool
{
    private const int Slots = 1 << 15;

    private static readonly string?[] Known = new string?[Slots];

    /// <summary>Returns the string, or an equal one from the pool.</summary>
    public static string Get(string text) => Get(text, 0, text.Length);

    /// <summary>Returns a part of a text, or an equal string from the pool.</summary>
    public static string Get(string text, int start, int length)
    {
        if (length == 0)
            return "";
        if (length > Limits.PooledText)
            return Part(text, start, length);
        // FNV-1a without a secret seed is enough. Deliberate collisions have only one effect: the colliding strings are
        // not shared.
        uint hash = 2166136261;
        for (int i = start; i < start + length; i++)
            hash = unchecked((hash ^ text[i]) * 16777619);
        uint slot = (hash ^ (hash >> 15)) % Slots;
        string? known = Known[slot];
        if (known is not null && known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
            return known;
        return Known[slot] = Part(text, start, length);
    }

    private static string Part(string text, int start, int length) =>
        length == text.Length ? text : text.Substring(start, length);
}
