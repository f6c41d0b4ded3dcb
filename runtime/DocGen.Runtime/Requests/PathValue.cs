namespace DocGen.Infrastructure;

/// <summary>Values of path parameters as text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PathValue
{
    /// <summary>A number, a GUID, a date (<c>2026-05-17</c>) or a value of an open enumeration, the same in every
    /// culture.</summary>
    public static string Of<T>(T value) where T : struct =>
        value is IOpenEnum choice ? choice.Value : ValueText.Of(value);
}
