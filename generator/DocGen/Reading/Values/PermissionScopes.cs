namespace DocGen.Generator.Reading;

/// <summary>The scopes that a cell of a table of permissions lists.</summary>
internal static class PermissionScopes
{
    /// <summary>What separates scopes, in whatever script.</summary>
    private static readonly char[] Separators = [',', ';', ' ', '、', '，', '；'];

    public static string[] Split(string cell) => cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// <c>Files.Read.All</c>: a dotted name; "n/a", "Not supported" and the last word of a sentence are none.
    /// </summary>
    public static bool IsScope(string text) =>
        text.IndexOf('.') is > 0 and var dot && dot < text.Length - 1
            && text.All(c => c <= '\x7f' && (char.IsLetterOrDigit(c) || c is '.' or '-' or '_'));
}
