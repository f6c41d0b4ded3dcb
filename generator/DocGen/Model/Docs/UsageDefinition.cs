namespace DocGen.Generator.Model;

/// <summary>A request that a page shows beside an operation's own.</summary>
/// <param name="Query">As the docs write it, without the question mark.</param>
internal sealed record UsageDefinition(UrlDefinition Url, string Query)
{
    public UrlPath Path => Url.Path;
}
