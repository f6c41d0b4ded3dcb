using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>The findings on a page from the stages after reading.</summary>
/// <param name="Links">Broken links.</param>
/// <param name="Linked">Findings of the linking stage.</param>
/// <param name="Misfits">Examples that do not match the linked types.</param>
/// <param name="ByOthers">Findings in this page's text that were made on pages that include it.</param>
internal sealed record MoreFindings(
    EquatableArray<LinkFinding> Links, EquatableArray<LinkFinding> Linked, EquatableArray<Finding> Misfits,
    EquatableArray<Finding> ByOthers);
