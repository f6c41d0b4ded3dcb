namespace DocGen;

/// <summary>Controls which members of a resource are sent.</summary>
public static class ApiResourceExtensions
{
    /// <summary>
    /// Marks the resource, nested resources and lists as unchanged, so that a PATCH sends only later changes. The
    /// client does this itself when a PATCH of the resource succeeds with a status other than 202 (Accepted), unless
    /// the resource was changed meanwhile. A list that the caller assigned is replaced by a copy that tracks changes:
    /// from then on, use the list that the member returns.
    /// </summary>
    /// <returns>The resource.</returns>
    /// <exception cref="InvalidOperationException">
    /// Objects are nested more than 500 levels deep, perhaps because an object contains itself.
    /// </exception>
    public static T AcceptChanges<T>(this T resource) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.AcceptChanges();
        return resource;
    }

    /// <summary>
    /// Marks every member that is present as changed, so that a PATCH sends all of them, for example for a resource
    /// that was read elsewhere. Without this call, a PATCH sends only the members that changed since the resource was
    /// read.
    /// </summary>
    /// <returns>The resource.</returns>
    public static T MarkAllChanged<T>(this T resource) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.MarkAllChanged();
        return resource;
    }
}
