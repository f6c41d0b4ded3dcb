using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>An operation of the docs, its entry in the surface file, and the group and name of its C# method.</summary>
/// <param name="From">The group in the docs.</param>
/// <param name="Pin">The entry in the surface file; null for a new operation.</param>
/// <param name="Group">The client property of the group class that contains the method.</param>
internal sealed record PinnedOperation(OperationGroup From, Operation Operation, SurfaceOperation? Pin, string Group,
    string Method);
