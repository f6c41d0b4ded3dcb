using System.Text.RegularExpressions;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Guide;

/// <summary>
/// Tests that <c>apidocs/diagnostics.md</c> describes every diagnostic, and that its examples give the diagnostics.
/// </summary>
[Trait("Speed", "Slow")]
public partial class DiagnosticsPageTests
{
    // No example page can give these diagnostics: they are about project files, exceptions, encodings or surface files.
    private static readonly string[] WithoutPages = ["DG0001", "DG0005", "DG0006", "DG0007", "DG0009", "DG0011",
        "DG0012", "DG0013", "DG0014", "DG0016", "DG0017", "DG0018", "DG0711", "DG0801", "DG0802", "DG0803",
        "DG0804", "DG0805", "DG0806"];

    // The ids that the build task reports. They are read from its source text, because the task runs only in MSBuild.
    private static readonly string[] OfBuildTask =
        [.. Id().Matches(Resource("ConfigurationLog.cs")).Select(match => match.Groups[1].Value)
            .Except(Rules.All.Select(rule => rule.Id))];

    public static TheoryData<string> Shown => [.. Rules.All.Select(rule => rule.Id).Except(WithoutPages)];

    [Fact]
    public void The_sections_of_the_page_are_the_diagnostics_in_order() =>
        Assert.Equal(
            Rules.All.Select(rule => rule.Id).Concat(OfBuildTask).Order(StringComparer.Ordinal),
            Sections().Select(section => section.Id));

    [Fact]
    public void Titles_and_severities_match_the_catalogue() =>
        Assert.Equal(
            Rules.All.Select(rule => $"{rule.Id} {rule.DefaultSeverity} {rule.Title}"),
            Sections().Where(section => !OfBuildTask.Contains(section.Id))
                .Select(section => $"{section.Id} {Severity(section.Blocks)} {section.Title}"));

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task An_example_gives_its_finding_and_its_correction_does_not(string id)
    {
        IReadOnlyList<GuideBlock> blocks = Sections().Single(section => section.Id == id).Blocks;
        int instead = blocks.ToList().FindIndex(block => block.Content == "Instead:");
        Assert.InRange(instead, 1, blocks.Count);
        (string, string?)[] wrong = [.. Pages(blocks.Take(instead))];
        (string, string?)[] right = [.. Pages(blocks.Skip(instead))];
        Assert.NotEmpty(wrong);
        Assert.NotEmpty(right);

        GeneratorTestResult before = await Docs.GenerateWithStyleAsync(wrong);
        GeneratorTestResult after = await Docs.GenerateWithStyleAsync(right);

        Assert.Contains(id, before.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.Empty(after.Diagnostics.Where(diagnostic => diagnostic.Id == id)
            .Select(diagnostic => diagnostic.ToString()));
    }

    private static IEnumerable<(string, string?)> Pages(IEnumerable<GuideBlock> blocks) =>
        blocks.Where(block => block.Kind == GuideBlockKind.Page).Select(block => (block.Name, (string?)block.Content));

    private static string Severity(IReadOnlyList<GuideBlock> blocks) =>
        Emphasis().Match(blocks.First(block => block.Content.StartsWith('*')).Content).Groups[1].Value;

    private static IReadOnlyList<(string Id, string Title, IReadOnlyList<GuideBlock> Blocks)> Sections() =>
        [.. GuidePage.Sections(GuidePage.Read("diagnostics.md"))
            .Select(section => (section.Title[..6], section.Title[8..], section.Blocks))];

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(DiagnosticsPageTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("\"(DG[0-9]{4})\"")]
    private static partial Regex Id();

    [GeneratedRegex(@"^\*(\w+)\.\*")]
    private static partial Regex Emphasis();
}
