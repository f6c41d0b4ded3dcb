using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A finding about what a surface file has and no page has.</summary>
/// <param name="Owner">The operation, such as <c>DriveItems.Copy</c>, or the class; empty for the file as a
/// whole.</param>
internal sealed record SurfaceFinding(string RuleId, string Owner, EquatableArray<string> Arguments);
