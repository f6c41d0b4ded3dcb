namespace DocGen.Infrastructure;

/// <summary>Formats values of path parameters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PathValue
{
    /// <summary>
    /// Formats a number, a GUID, a date (<c>2026-05-17</c>) or a value of an open enumeration, independent of culture.
    /// </summary>
    public static string Of<T>(T value) where T : struct =>
        value is IOpenEnum choice ? choice.Value : ValueText.Of(value);
}
