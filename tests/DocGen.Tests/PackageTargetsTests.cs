using System.Xml.Linq;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests;

/// <summary>What the package's targets say twice agrees with where it is said first.</summary>
public class PackageTargetsTests
{
    // These come from the build task, which is no part of the generator's catalogue.
    private static readonly string[] BuildTaskWarnings = ["DG0002", "DG0004"];

    [Fact]
    public void Every_finding_that_can_be_a_warning_is_kept_from_breaking_strict_builds()
    {
        IEnumerable<string> warnings = Rules.All
            .Where(rule => rule.DefaultSeverity != DiagnosticSeverity.Error)
            .Select(rule => rule.Id)
            .Concat(BuildTaskWarnings)
            .Order(StringComparer.Ordinal);

        Assert.Equal(warnings, WarningIdsOfTargets());
    }

    private static IEnumerable<string> WarningIdsOfTargets()
    {
        using Stream targets = typeof(PackageTargetsTests).Assembly.GetManifestResourceStream("DocGen.targets")!;
        return XDocument.Load(targets).Descendants("DocGenWarningIds")
            .SelectMany(ids => ids.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(id => id.StartsWith("DG", StringComparison.Ordinal));
    }
}
