namespace DocGen;

/// <summary>Tells which values of an answer did not fit.</summary>
public static class MisfitExtensions
{
    /// <summary>
    /// The values of the answer's body that do not fit their documented types, in its order; empty where all fit, as of
    /// a response made by hand. Of a job that was waited for, those of its result; of a page, see
    /// <see cref="Page{T}.RawResponse"/>.
    /// </summary>
    public static IReadOnlyList<Misfit> GetMisfits(this Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Misfits;
    }

    /// <summary>
    /// The values of the resource's own members that did not fit and are kept in
    /// <see cref="ApiResource.AdditionalProperties"/>; those of nested resources are to be asked for there.
    /// </summary>
    public static IReadOnlyList<Misfit> GetMisfits(this ApiResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Misfits;
    }
}
