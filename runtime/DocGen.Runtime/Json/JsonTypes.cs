using System.Text.Json.Serialization.Metadata;

namespace DocGen.Infrastructure;

/// <summary>
/// What <c>JsonSerializer</c> has to know of a type, found among those of a client without reflection: each is asked
/// whether it is the one. Asked once for each type, because the serializer keeps the answer.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonTypes
{
    private readonly Type _type;
    private readonly Type _element;
    private readonly JsonSerializerOptions _options;

    /// <param name="type">A resource, an enumeration, or an array or list of resources.</param>
    /// <param name="options">The serializer's.</param>
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

    /// <summary>What was found; null where the type is none of the client's.</summary>
    public JsonTypeInfo? Info { get; private set; }

    /// <summary>Is it this resource, or an array or list of it?</summary>
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

    /// <summary>Is it this enumeration, or the nullable form of it?</summary>
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
