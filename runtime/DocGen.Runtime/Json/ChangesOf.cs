using System.ComponentModel;

namespace DocGen.Infrastructure;

/// <summary>Whether what a member holds was changed in place.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChangesOf
{
    /// <summary>Whether anything in the object was changed since it was read.</summary>
    public static bool Resource(ApiResource? value) => value is { HasChanges: true };

    /// <summary>
    /// Whether the list, or an object in it, was changed since it was read. A list of the caller's own making got
    /// there by assignment, which is a change of its own.
    /// </summary>
    public static bool Collection<T>(IList<T>? value) => value is IChangeTracking { IsChanged: true };
}
