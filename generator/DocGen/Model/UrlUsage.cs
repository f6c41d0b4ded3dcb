namespace DocGen.Generator.Model;

/// <summary>Another request that gives the same as an operation.</summary>
/// <param name="Query">As the docs write it, without the question mark.</param>
internal sealed record UrlUsage(UrlPath Path, string Query)
{
    public override string ToString() => Path.Text + "?" + Query;
}
