using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>A doc that was read, and where the compiler has it.</summary>
internal sealed record Page(string FullPath, DocSet Set, ParsedPage Parsed);
