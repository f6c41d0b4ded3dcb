using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>Findings about the examples of pages, for reuse by the next run.</summary>
internal sealed class ExampleCache
{
    /// <summary>The findings, by page. The facts that a computation reads are emitted types, by name.</summary>
    public Cached<ExamplePageInput, string, object?, EquatableArray<Finding>> Findings { get; } = new();
}
