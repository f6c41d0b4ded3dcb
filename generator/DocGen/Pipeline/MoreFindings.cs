using System.Collections.Immutable;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>What is found on a page beyond reading it.</summary>
/// <param name="Links">Its links that lead nowhere.</param>
/// <param name="Linked">What linking finds.</param>
/// <param name="Misfits">Examples that do not fit the types which were made.</param>
/// <param name="ByOthers">What was found on it while pages that include it were read and linked.</param>
internal sealed record MoreFindings(
    EquatableArray<LinkFinding> Links, EquatableArray<LinkFinding> Linked, EquatableArray<Finding> Misfits,
    EquatableArray<Finding> ByOthers);
