namespace DocGen.Generator.Model;

/// <summary>A URL of an operation.</summary>
/// <param name="FactoryName">The name of the method that creates a request with this URL, or null if a public
/// constructor creates the request.</param>
internal sealed record UrlTemplate(UrlPath Path, string? FactoryName, EquatableArray<PathParameter> Parameters)
{
    public string Template => Path.Template;
}
