namespace DocGen.Generator.Model;

/// <summary>A request that a page shows in addition to the main requests of an operation.</summary>
/// <param name="Query">The query as the docs write it, without the question mark.</param>
internal sealed record UsageDefinition(UrlDefinition Url, string Query)
{
    public UrlPath Path => Url.Path;
}
