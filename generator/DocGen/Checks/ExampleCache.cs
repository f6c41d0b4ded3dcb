using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>Findings on the examples of pages, for reuse by the next run.</summary>
internal sealed class ExampleCache
{
    /// <summary>The findings, by page. A computation reads emitted types by name.</summary>
    public Cached<ExamplePageInput, string, object?, EquatableArray<Finding>> Findings { get; } = new();
}
