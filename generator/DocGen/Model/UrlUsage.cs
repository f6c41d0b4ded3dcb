namespace DocGen.Generator.Model;

/// <summary>Another request that returns the same result as an operation.</summary>
/// <param name="Query">The query as the docs write it, without the question mark.</param>
internal sealed record UrlUsage(UrlPath Path, string Query)
{
    public override string ToString() => Path.Text + "?" + Query;
}
