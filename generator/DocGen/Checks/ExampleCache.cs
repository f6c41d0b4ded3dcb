using DocGen.Generator.Model;

namespace DocGen.Generator.Checks;

/// <summary>The findings on pages' examples that the next run may use again.</summary>
internal sealed class ExampleCache
{
    /// <summary>By page. A computation reads emitted types by their names.</summary>
    public Cached<ExamplePageInput, string, object?, EquatableArray<Finding>> Findings { get; } = new();
}
