namespace DocGen.Generator.Surface;

/// <summary>The old and the new version of an operation.</summary>
/// <param name="IsReplaced">Whether the versions share no URL. Name, verb and types then identify it.</param>
internal readonly record struct OperationPair(SurfaceOperation Old, SurfaceOperation New, bool IsReplaced = false)
{
    /// <summary>
    /// The verb and a URL: in ordinal order, the first URL that both versions have, or the first of all their URLs if
    /// they share none. If old and new are exchanged, the identity is the same.
    /// </summary>
    public string Identity
    {
        get
        {
            string[] old = [.. Old.Urls.Select(url => UrlText.Shape(url.Template))];
            string[] current = [.. New.Urls.Select(url => UrlText.Shape(url.Template))];
            string[] shared = [.. old.Intersect(current)];
            string verb = string.CompareOrdinal(Old.HttpMethod, New.HttpMethod) <= 0 ? Old.HttpMethod : New.HttpMethod;
            return SurfaceTypes.Identity(verb, shared.Length > 0 ? shared : old.Concat(current));
        }
    }
}
