using DocGen.Infrastructure;

namespace DocGen;

/// <summary>
/// An entity that a request refers to instead of sending it: its address (OData JSON Format 4.01, section 14). Requests
/// to <c>…/$ref</c> take one, to add it to a collection or remove it from there (OData Protocol 4.01, section 11.4.6).
/// </summary>
public sealed class EntityReference
{
    private readonly string _address;
    private readonly bool _isAbsolute;

    private EntityReference(string address, bool isAbsolute) => (_address, _isAbsolute) = (address, isAbsolute);

    /// <summary>The entity of a key in a set: <c>EntityReference.To("directoryObjects", userId)</c>.</summary>
    /// <param name="entitySet">The set's path below the service root; slashes part its segments.</param>
    /// <param name="key">The entity's key, as it is: it is escaped for the address.</param>
    /// <exception cref="ArgumentException">One of them is empty, holds a control character, or has a <c>.</c> or
    /// <c>..</c> segment.</exception>
    public static EntityReference To(string entitySet, string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entitySet);
        return new EntityReference(PathTemplate.Expand("/{+entitySet}/{key}", [entitySet.Trim('/'), key]),
            isAbsolute: false);
    }

    /// <summary>The entity at an address, such as one that the service answered with.</summary>
    /// <param name="address">Absolute, or relative to the service root.</param>
    public static EntityReference To(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        // A Unix system takes a path such as /users/1 for the address of a file.
        bool isAbsolute = address.IsAbsoluteUri && !address.OriginalString.StartsWith('/');
        return new EntityReference(isAbsolute ? address.AbsoluteUri : address.OriginalString, isAbsolute);
    }

    /// <summary>The address: absolute, or relative to the service root.</summary>
    public override string ToString() => _address;

    /// <summary>The absolute address at a service.</summary>
    internal string At(Uri serviceRoot) =>
        _isAbsolute ? _address : ServiceUri.Join(serviceRoot, _address, "").AbsoluteUri;
}
