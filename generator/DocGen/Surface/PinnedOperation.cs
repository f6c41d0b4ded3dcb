using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>An operation of the docs with the one that the surface file has for it, and where its C# method
/// goes.</summary>
/// <param name="From">The group that the docs give it.</param>
/// <param name="Pin">Null for an operation that is new.</param>
/// <param name="Group">The property of the client that has its method.</param>
internal sealed record PinnedOperation(OperationGroup From, Operation Operation, SurfaceOperation? Pin, string Group,
    string Method);
