using System.Diagnostics.CodeAnalysis;

namespace DocGen.Infrastructure;

/// <summary>Checks required values before a request is sent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Required
{
    /// <summary>Returns the value.</summary>
    /// <exception cref="InvalidOperationException">The value is null; the message contains its name.</exception>
    public static T NotNull<T>([NotNull] T? value, string name) where T : class => value ?? throw Missing(name);

    /// <inheritdoc cref="NotNull{T}(T, string)"/>
    public static T NotNull<T>([NotNull] T? value, string name) where T : struct => value ?? throw Missing(name);

    private static InvalidOperationException Missing(string name) => new($"'{name}' is required and was not set.");
}
