namespace DocGen.Generator.Model;

/// <summary>
/// Strings that pages say again and again: names, types, scopes, phrases. A set's model is mostly strings, three in
/// four of them like another, and what a collection of garbage costs is what survives it. The pool is of bounded size:
/// a string that falls on another's slot takes it.
/// </summary>
internal static class StringPool
{
    private const int Slots = 1 << 15;

    private static readonly string?[] Known = new string?[Slots];

    /// <summary>The string, or an equal one.</summary>
    public static string Get(string text) => Get(text, 0, text.Length);

    /// <summary>A part of a text.</summary>
    public static string Get(string text, int start, int length)
    {
        if (length == 0)
            return "";
        if (length > Limits.PooledText)
            return Part(text, start, length);
        // FNV-1a: of no secret, so that who makes strings collide makes only these be kept apart.
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
