using System.Text.Json.Nodes;

namespace DocGen.Infrastructure;

/// <summary>Copies that share nothing with their source.</summary>
internal static class CopyOf
{
    /// <summary>A copy of a list; resources, JSON, binary data and lists in it are copied, other items are values.</summary>
    public static IList<T>? List<T>(IList<T>? source) => source switch
    {
        null => null,
        TrackedList<T> tracked => tracked.Clone(Item),
        _ => source.Select(Item).ToList(),
    };

    private static T Item<T>(T item) => (T)(object?)(item switch
    {
        ApiResource resource => resource.Clone(),
        JsonNode node => node.DeepClone(),
        ICloneable cloneable and not string => cloneable.Clone(),
        _ => item,
    })!;
}
