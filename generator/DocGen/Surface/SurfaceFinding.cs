using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A finding about an element that is in the surface file but on no page.</summary>
/// <param name="Owner">The operation, such as <c>DriveItems.Copy</c>, or the class; empty for the whole file.</param>
internal sealed record SurfaceFinding(string RuleId, string Owner, EquatableArray<string> Arguments);
