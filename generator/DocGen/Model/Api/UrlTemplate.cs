namespace DocGen.Generator.Model;

/// <summary>A way to address an operation.</summary>
/// <param name="FactoryName">The name of the method that makes a request with it, or null for the one URL that is a
/// public constructor.</param>
internal sealed record UrlTemplate(UrlPath Path, string? FactoryName, EquatableArray<PathParameter> Parameters)
{
    public string Template => Path.Template;
}
