using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>What a page says, and the set it belongs to.</summary>
/// <param name="Requests">Those that it shows, without their places, where the set asks for them.</param>
internal sealed record PageOfSet(string FullPath, DocSet Set, PageModel Model,
    EquatableArray<RequestExample> Requests = default);
