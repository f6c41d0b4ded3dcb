namespace DocGen.Generator.Reading;

/// <summary>What makes a page define a resource: an annotation that names it, or the page's title.</summary>
/// <param name="name">The type's name.</param>
/// <param name="section">The section that the resource's documentation names as its origin.</param>
/// <param name="fence">The JSON that shows its members; null where a title alone names it.</param>
internal sealed class ResourceSource(string name, Section section, Fence? fence)
{
    public string Name { get; } = name;

    public Section Section { get; } = section;

    public Fence? Fence { get; } = fence;

    /// <summary>Null for a resource that the title names.</summary>
    public Annotation? Annotation => Fence?.Annotation;
}
