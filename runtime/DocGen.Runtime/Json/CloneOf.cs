using System.ComponentModel;
using System.Text.Json.Nodes;

namespace DocGen.Infrastructure;

/// <summary>Copies that share nothing with their source.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CloneOf
{
    /// <summary>A copy of a nested object.</summary>
    public static T? Resource<T>(T? source) where T : ApiResource => (T?)source?.Clone();

    /// <summary>A copy of a JSON value; <typeparamref name="T"/> is its static type.</summary>
    public static T? Json<T>(T? source) where T : JsonNode => (T?)source?.DeepClone();

    /// <summary>A copy of binary data.</summary>
    public static byte[]? Binary(byte[]? source) => (byte[]?)source?.Clone();

    /// <summary>A copy of a list; resources, JSON, binary data and lists that were read are copied, other items are values.</summary>
    public static IList<T>? Collection<T>(IList<T>? source) => Collection(source, static item => (T)Item(item)!);

    /// <summary>A copy of a list whose items are copied by the given function: a nested collection.</summary>
    public static IList<T>? Collection<T>(IList<T>? source, Func<T, T> cloneItem)
    {
        ArgumentNullException.ThrowIfNull(cloneItem);
        return source switch
        {
            null => null,
            TrackedList<T> tracked => tracked.Clone(cloneItem),
            _ => source.Select(cloneItem).ToList(),
        };
    }

    private static object? Item(object? item) => item switch
    {
        ApiResource resource => resource.Clone(),
        JsonNode node => node.DeepClone(),
        ICloneable cloneable and not string => cloneable.Clone(),
        _ => item,
    };
}
