namespace DocGen.Infrastructure;

/// <summary>Copies that share nothing with their source.</summary>
internal static class CopyOf
{
    /// <summary>A copy of a list and of what is in it.</summary>
    public static IList<T>? List<T>(IList<T>? source) => source switch
    {
        null => null,
        TrackedList<T> tracked => (IList<T>)tracked.Clone(),
        _ => source.Select(Item).ToList(),
    };

    /// <summary>A copy of what can change in place; anything else is a value.</summary>
    public static T Item<T>(T item) => (T)(object?)(item switch
    {
        ApiResource resource => resource.Clone(),
        JsonNode node => node.DeepClone(),
        ICloneable cloneable and not string => cloneable.Clone(),
        _ => item,
    })!;
}
