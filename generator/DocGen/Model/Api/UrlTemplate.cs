namespace DocGen.Generator.Model;

/// <summary>A way to address an operation.</summary>
/// <param name="FactoryName">The static factory's name, or null for the one URL that is a public constructor.</param>
internal sealed record UrlTemplate(UrlPath Path, string? FactoryName, EquatableArray<PathParameter> Parameters)
{
    public string Template => Path.Template;
}
