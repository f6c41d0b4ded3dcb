namespace DocGen.Generator.Surface;

/// <summary>An operation as it was and as it is.</summary>
/// <param name="IsReplaced">They share no URL: by name, verb and types they are one operation all the same.</param>
internal readonly record struct OperationPair(SurfaceOperation Old, SurfaceOperation New, bool IsReplaced = false)
{
    /// <summary>Its verb and the first of its URLs: of those that both have, where there are such. It is the same for
    /// the way back.</summary>
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
