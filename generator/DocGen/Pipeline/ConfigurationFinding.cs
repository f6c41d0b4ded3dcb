using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>A finding about the project's configuration. It has no position in a doc.</summary>
internal sealed record ConfigurationFinding(string RuleId, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(Rules.Get(RuleId), Location.None, [.. Arguments]);
}
