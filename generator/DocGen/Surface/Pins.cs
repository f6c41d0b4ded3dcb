using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// The accepted surface of a doc set. Each part of it that is still in the docs keeps its C# names and shapes.
/// </summary>
internal sealed class Pins : IEquatable<Pins>
{
    private readonly Dictionary<string, SurfaceType> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SurfaceEnum> _enums = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SurfaceType> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurfaceEnum> _structs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurfaceOperation> _operations = new(StringComparer.Ordinal);

    public Pins(ApiSurface surface)
    {
        Surface = surface;
        foreach (SurfaceOperation operation in surface.Operations)
            _operations[operation.Name] = operation;
        foreach (SurfaceType type in surface.Types)
        {
            _classes[type.Class] = type;
            if (type.WireName is { } name)
                _types[name] = type;
        }

        foreach (SurfaceEnum type in surface.Enums)
        {
            _structs[type.Class] = type;
            if (type.WireName is { } name)
                _enums[name] = type;
        }
    }

    public ApiSurface Surface { get; }

    /// <summary>The name of each class and struct, even if the docs no longer have it.</summary>
    public IEnumerable<string> Classes =>
        Surface.Types.Select(type => type.Class).Concat(Surface.Enums.Select(type => type.Class))
        .Concat(Surface.Operations.SelectMany(
            one => new[] { one.GroupClass ?? SurfaceDefaults.GroupClass(one.Group), one.RequestClass,
                one.ResponseClass }).OfType<string>());

    public SurfaceType? TypeOf(string wireName) => _types.TryGetValue(wireName, out SurfaceType? type) ? type : null;

    public SurfaceEnum? EnumOf(string wireName) => _enums.TryGetValue(wireName, out SurfaceEnum? type) ? type : null;

    /// <summary>Returns the operation with a C# name such as <c>DriveItems.Copy</c>, or null.</summary>
    public SurfaceOperation? Operation(string name) =>
        _operations.TryGetValue(name, out SurfaceOperation? operation) ? operation : null;

    public SurfaceType? Class(string name) => _classes.TryGetValue(name, out SurfaceType? type) ? type : null;

    public SurfaceEnum? Struct(string name) => _structs.TryGetValue(name, out SurfaceEnum? type) ? type : null;

    /// <summary>
    /// Returns the class in a type, in the notation of surfaces: DriveItem in <c>Collection(DriveItem)</c>.
    /// </summary>
    public static string ClassIn(string type)
    {
        int open = type.LastIndexOf('(');
        return open < 0 ? type : type.Substring(open + 1).TrimEnd(')');
    }

    public bool Equals(Pins? other) =>
        other is not null && (ReferenceEquals(this, other) || Surface.Equals(other.Surface));

    public override bool Equals(object? obj) => Equals(obj as Pins);

    public override int GetHashCode() => Surface.Operations.Count;
}
