using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>The model of a page, with its set.</summary>
/// <param name="Requests">The requests on the page, without positions, if the set enables XML examples.</param>
internal sealed record PageOfSet(string FullPath, DocSet Set, PageModel Model,
    EquatableArray<RequestExample> Requests = default);
