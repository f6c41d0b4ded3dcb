using System.Runtime.CompilerServices;

namespace DocGen.Generator.Surface;

/// <summary>Compares operations by reference, because hashing their values is expensive.</summary>
internal sealed class ByReference : IEqualityComparer<SurfaceOperation>
{
    public static ByReference Comparer { get; } = new();

    public bool Equals(SurfaceOperation? x, SurfaceOperation? y) => ReferenceEquals(x, y);

    public int GetHashCode(SurfaceOperation obj) => RuntimeHelpers.GetHashCode(obj);
}
