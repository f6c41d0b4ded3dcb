using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>A doc that was read, and where the compiler has it.</summary>
/// <param name="Requests">Those that it shows, where its set asks for them.</param>
internal sealed record Page(string FullPath, DocSet Set, ParsedPage Parsed,
    EquatableArray<RequestExample> Requests = default)
{
    /// <summary>What of the requests the model may depend on: a line that moves changes no output.</summary>
    public EquatableArray<RequestExample> RequestsWithoutPlaces => Requests.IsEmpty ? default
        : Requests.Select(request => request with { Span = default, Answer = null }).ToEquatableArray();
}
