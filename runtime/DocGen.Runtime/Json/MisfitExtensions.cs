namespace DocGen;

/// <summary>Lists the values of a response that did not fit their documented types.</summary>
public static class MisfitExtensions
{
    /// <summary>
    /// Returns the values of the response body that do not fit their documented types, in text order; empty if all fit,
    /// or for a response created in a test. After the wait for a job, returns the misfits of its result. For a page,
    /// see <see cref="Page{T}.RawResponse"/>.
    /// </summary>
    public static IReadOnlyList<Misfit> GetMisfits(this Response response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Misfits;
    }

    /// <summary>
    /// Returns the values of the resource's own members that did not fit, which
    /// <see cref="ApiResource.AdditionalProperties"/> keeps. To get the misfits of a nested resource, call the method
    /// on that resource.
    /// </summary>
    public static IReadOnlyList<Misfit> GetMisfits(this ApiResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Misfits;
    }
}
