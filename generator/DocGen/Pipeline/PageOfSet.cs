using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>What a page says, and the set it belongs to.</summary>
internal sealed record PageOfSet(string FullPath, DocSet Set, PageModel Model);
