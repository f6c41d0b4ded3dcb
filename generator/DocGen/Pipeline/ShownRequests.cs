using DocGen.Generator.Model;

namespace DocGen.Generator.Pipeline;

/// <summary>The requests on a page, in the order of the page.</summary>
internal sealed record ShownRequests(EquatableArray<RequestExample> All);
