using DocGen.Infrastructure;

namespace DocGen;

/// <summary>
/// A reference to an entity by its URL (OData JSON Format 4.01, section 14). Requests to <c>…/$ref</c> send a
/// reference, to add the entity to a collection or remove it (OData Protocol 4.01, section 11.4.6).
/// </summary>
public sealed class EntityReference
{
    private readonly string _address;
    private readonly bool _isAbsolute;

    private EntityReference(string address, bool isAbsolute) => (_address, _isAbsolute) = (address, isAbsolute);

    /// <summary>
    /// Creates a reference to an entity from its entity set and its key:
    /// <c>EntityReference.To("directoryObjects", userId)</c>.
    /// </summary>
    /// <param name="entitySet">The path of the set below the service root; slashes separate segments.</param>
    /// <param name="key">The unescaped key of the entity. It is percent-encoded for the URL.</param>
    /// <exception cref="ArgumentException">
    /// An argument is empty, contains a control character, or has a <c>.</c> or <c>..</c> segment.
    /// </exception>
    public static EntityReference To(string entitySet, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entitySet);
        return new EntityReference(PathTemplate.Expand("/{+entitySet}/{key}", [entitySet.Trim('/'), key]),
            isAbsolute: false);
    }

    /// <summary>Creates a reference to the entity at a URL, such as a URL from a response.</summary>
    /// <param name="address">The URL: absolute, or relative to the service root.</param>
    public static EntityReference To(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        // On Unix, Uri parses a path such as /users/1 as an absolute file URL.
        bool isAbsolute = address.IsAbsoluteUri && !address.OriginalString.StartsWith('/');
        return new EntityReference(isAbsolute ? address.AbsoluteUri : address.OriginalString, isAbsolute);
    }

    /// <summary>The URL: absolute, or relative to the service root.</summary>
    public override string ToString() => _address;

    /// <summary>The absolute URL below a service root.</summary>
    internal string At(Uri serviceRoot) =>
        _isAbsolute ? _address : ServiceUri.Join(serviceRoot, _address, "").AbsoluteUri;
}
