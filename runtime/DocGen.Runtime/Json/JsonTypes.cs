using System.Text.Json.Serialization.Metadata;

namespace DocGen.Infrastructure;

/// <summary>
/// Finds the metadata that <c>JsonSerializer</c> needs for a client's type, without reflection: emitted code calls a
/// method for each type until one matches. The serializer caches the result, so this runs once per type.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonTypes
{
    private readonly Type _type;
    private readonly Type _element;
    private readonly JsonSerializerOptions _options;

    /// <param name="type">A resource, an enumeration, or an array or list of resources.</param>
    /// <param name="options">The serializer options.</param>
    public JsonTypes(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        _type = type;
        _element = type.IsArray
            ? type.GetElementType()!
            : type.IsConstructedGenericType ? type.GenericTypeArguments[0]
            : type;
        _options = options;
    }

    /// <summary>The metadata; null if the type is not a type of the client.</summary>
    public JsonTypeInfo? Info { get; private set; }

    /// <summary>Matches a resource type, or an array or list of it.</summary>
    public void Resource<T>() where T : ApiResource, IResource<T>
    {
        if (_element != typeof(T))
            return;
        Info = _type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(_options, new ResourceConverter<T>())
            : _type == typeof(T[]) ? JsonMetadataServices.CreateArrayInfo(_options, new JsonCollectionInfoValues<T[]>())
            : _type == typeof(List<T>)
            ? JsonMetadataServices.CreateListInfo<List<T>, T>(_options, new() { ObjectCreator = static () => [] })
            : _type == typeof(IList<T>) ? JsonMetadataServices.CreateIListInfo<IList<T>, T>(_options, new())
            : _type == typeof(IEnumerable<T>)
            ? JsonMetadataServices.CreateIEnumerableInfo<IEnumerable<T>, T>(_options, new())
            : null;
    }

    /// <summary>Matches an enumeration type, or its nullable form.</summary>
    public void Enum<T>() where T : struct, IOpenEnum<T>
    {
        if (_element != typeof(T))
            return;
        Info = _type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(_options, new OpenEnumConverter<T>())
            : _type == typeof(T?) ? JsonMetadataServices.CreateValueInfo<T?>(_options,
                JsonMetadataServices.GetNullableConverter<T>(_options))
            : null;
    }
}
