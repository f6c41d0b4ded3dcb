using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>A parsed doc with its full path and set.</summary>
/// <param name="Requests">The requests on the page, if its set enables XML examples.</param>
internal sealed record Page(string FullPath, DocSet Set, ParsedPage Parsed,
    EquatableArray<RequestExample> Requests = default)
{
    /// <summary>
    /// The requests without positions and responses. So an edit that only moves lines changes no output.
    /// </summary>
    public EquatableArray<RequestExample> RequestsWithoutPlaces => Requests.IsEmpty ? default
        : Requests.Select(request => request with { Span = default, Answer = null }).ToEquatableArray();
}
