namespace DocGen.Generator.Markdown;

/// <summary>
/// The heading of a tab, <c># [HTTP](#tab/http)</c>, or the line of dashes that ends a group of tabs.
/// </summary>
internal sealed class TabBlock(int start, int end, string? id) : DocBlock(start, end)
{
    /// <summary>The id after <c>#tab/</c> in the heading's link; null for the end of a group.</summary>
    public string? Id { get; } = id;
}
