namespace DocGen.Generator.Markdown;

/// <summary>The heading of a tab, <c># [HTTP](#tab/http)</c>, or the line of dashes that ends a group of
/// them.</summary>
internal sealed class TabBlock(int start, int end, string? id) : DocBlock(start, end)
{
    /// <summary>What the heading links to behind <c>#tab/</c>; null for the end of a group.</summary>
    public string? Id { get; } = id;
}
