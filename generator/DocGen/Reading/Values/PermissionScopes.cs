namespace DocGen.Generator.Reading;

/// <summary>Reads the scopes in a cell of a permissions table.</summary>
internal static class PermissionScopes
{
    /// <summary>The separators of scopes, in any script.</summary>
    private static readonly char[] Separators = [',', ';', ' ', '、', '，', '；'];

    public static string[] Split(string cell) => cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// Whether a text is a scope, which is a dotted name: <c>Files.Read.All</c>. "n/a", "Not supported" and the last
    /// word of a sentence are not scopes.
    /// </summary>
    public static bool IsScope(string text) =>
        text.IndexOf('.') is > 0 and var dot && dot < text.Length - 1
            && text.All(c => c <= '\x7f' && (char.IsLetterOrDigit(c) || c is '.' or '-' or '_'));
}
