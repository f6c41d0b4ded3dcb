namespace DocGen.Generator.Reading;

/// <summary>The annotation or page title by which a page defines a resource.</summary>
/// <param name="name">The type's name.</param>
/// <param name="section">The section that the resource's documentation gives as its origin.</param>
/// <param name="fence">
/// The JSON that shows the members; null where the title names the resource and no JSON shows it.
/// </param>
internal sealed class ResourceSource(string name, Section section, Fence? fence)
{
    public string Name { get; } = name;

    public Section Section { get; } = section;

    public Fence? Fence { get; } = fence;

    /// <summary>The annotation of the JSON; null for a resource that the title names.</summary>
    public Annotation? Annotation => Fence?.Annotation;
}
