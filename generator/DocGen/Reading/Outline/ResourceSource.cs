namespace DocGen.Generator.Reading;

/// <summary>The definition of a resource on a page, by an annotation or by the page's title.</summary>
/// <param name="name">The type's name.</param>
/// <param name="section">The section that the emitted comment of the resource names as its origin.</param>
/// <param name="fence">
/// The JSON that shows the members; null if only the title and a table define the resource.
/// </param>
internal sealed class ResourceSource(string name, Section section, Fence? fence)
{
    public string Name { get; } = name;

    public Section Section { get; } = section;

    public Fence? Fence { get; } = fence;

    /// <summary>The annotation of the JSON; null for a resource that the title defines.</summary>
    public Annotation? Annotation => Fence?.Annotation;
}
