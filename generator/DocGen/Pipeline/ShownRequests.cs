using DocGen.Generator.Model;

namespace DocGen.Generator.Pipeline;

/// <summary>The requests that a page shows, in page order.</summary>
internal sealed record ShownRequests(EquatableArray<RequestExample> All);
