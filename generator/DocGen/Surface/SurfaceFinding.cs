using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A finding about something that the surface file has and no page has.</summary>
/// <param name="Owner">The operation, such as <c>DriveItems.Copy</c>, or the class; empty for the whole file.</param>
internal sealed record SurfaceFinding(string RuleId, string Owner, EquatableArray<string> Arguments);
