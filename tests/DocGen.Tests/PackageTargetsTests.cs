using System.Xml.Linq;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests;

/// <summary>Tests that the MSBuild targets of the package list the same rules as the catalogue.</summary>
public class PackageTargetsTests
{
    // Warnings of the build task, which are not in the generator's catalogue.
    private static readonly string[] BuildTaskWarnings = ["DG0002", "DG0004", "DG0807"];

    [Fact]
    public void No_warning_or_info_breaks_strict_builds()
    {
        IEnumerable<string> warnings = Rules.All
            .Where(rule => rule.DefaultSeverity != DiagnosticSeverity.Error)
            .Select(rule => rule.Id)
            .Concat(BuildTaskWarnings)
            .Order(StringComparer.Ordinal);

        Assert.Equal(warnings, IdsOfTargets("DocGenWarningIds").Concat(IdsOfTargets("DocGenInfoIds"))
            .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_configuration_that_makes_warnings_errors_names_each_warning_and_no_info()
    {
        IEnumerable<string> warnings = Rules.All
            .Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Warning).Select(rule => rule.Id)
            .Order(StringComparer.Ordinal);
        using var reader = new StreamReader(
            typeof(PackageTargetsTests).Assembly.GetManifestResourceStream("DocGen.WarningsAsErrors.globalconfig")!);
        IEnumerable<string> lines = reader.ReadToEnd().Split('\n')
            .Where(line => line.StartsWith("dotnet_diagnostic", StringComparison.Ordinal));

        Assert.Equal(warnings.Select(id => $"dotnet_diagnostic.{id}.severity = error"),
            lines.Select(line => line.Trim()));
        Assert.Equal(warnings.Concat(BuildTaskWarnings).Order(StringComparer.Ordinal),
            IdsOfTargets("DocGenWarningIds"));
    }

    private static IEnumerable<string> IdsOfTargets(string property)
    {
        using Stream targets = typeof(PackageTargetsTests).Assembly.GetManifestResourceStream("DocGen.targets")!;
        return XDocument.Load(targets).Descendants(property)
            .SelectMany(ids => ids.Value
                .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(id => id.StartsWith("DG", StringComparison.Ordinal));
    }
}
