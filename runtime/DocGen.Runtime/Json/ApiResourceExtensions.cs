namespace DocGen;

/// <summary>What is to be sent of a resource.</summary>
public static class ApiResourceExtensions
{
    /// <summary>
    /// Says that the changes have arrived: the resource, nested ones and lists included, is from now on as it was read,
    /// and a PATCH sends what changes after this. The client does so itself where a PATCH of the resource is answered
    /// with success other than 202 (Accepted), unless the resource was changed meanwhile. A list that the caller made
    /// is replaced by a copy that notices changes: go on with the one that the member has.
    /// </summary>
    /// <returns>The resource.</returns>
    /// <exception cref="InvalidOperationException">
    /// Objects are nested more than 500 deep: one may hold itself.
    /// </exception>
    public static T AcceptChanges<T>(this T resource) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.AcceptChanges();
        return resource;
    }

    /// <summary>
    /// Says that all of the resource is new to whoever it is sent to: a PATCH sends every member that is present, such
    /// as those of a resource that was read elsewhere. Without this, it sends what changed since the resource was read.
    /// </summary>
    /// <returns>The resource.</returns>
    public static T MarkAllChanged<T>(this T resource) where T : ApiResource
    {
        ArgumentNullException.ThrowIfNull(resource);
        resource.MarkAllChanged();
        return resource;
    }
}
