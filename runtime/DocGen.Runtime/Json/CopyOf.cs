namespace DocGen.Infrastructure;

/// <summary>Makes deep copies.</summary>
internal static class CopyOf
{
    /// <summary>Copies a list and its items.</summary>
    public static IList<T>? List<T>(IList<T>? source) => source switch
    {
        null => null,
        TrackedList<T> tracked => (IList<T>)tracked.Clone(),
        _ => source.Select(Item).ToList(),
    };

    /// <summary>Copies a mutable object; returns any other item unchanged.</summary>
    public static T Item<T>(T item) => (T)(object?)(item switch
    {
        ApiResource resource => resource.Clone(),
        JsonNode node => node.DeepClone(),
        ICloneable cloneable and not string => cloneable.Clone(),
        _ => item,
    })!;
}
