using System.Text.RegularExpressions;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Guide;

/// <summary>
/// Tests the examples in <c>apidocs/README.md</c>: a client is generated from the pages of each example, and the C#
/// code below the pages must compile with that client.
/// </summary>
public partial class AuthoringGuideTests
{
    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach ((string title, _, int number, _, _) in All())
                data.Add(title, number);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_against_the_client_of_its_pages(string section, int number)
    {
        (_, _, _, (string, string?)[] pages,
            string code) = All().Single(example => example.Section == section && example.Number == number);
        // No client is generated from docs without an operation.
        string parameters = code.Contains("client", StringComparison.Ordinal) ? "ApiClient client" : "";
        string source = $$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Linq;
            using System.Threading.Tasks;
            using DocGen;
            using Test;

            internal static class Example
            {
                internal static async Task RunAsync({{parameters}})
                {
                    await Task.CompletedTask;
            {{code}}
                }
            }
            """;

        GeneratorTestResult result = await Docs.GenerateAsync(source, pages);

        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public void Every_page_in_the_guide_is_part_of_an_example()
    {
        int pages = GuidePage.Read("README.md").Split('\n')
            .Count(line => line.StartsWith("````markdown ", StringComparison.Ordinal));

        Assert.InRange(pages, 20, int.MaxValue);
        Assert.Equal(pages, All().Sum(example => example.NewPages));
    }

    [Fact]
    public void The_guide_describes_every_annotation_key_that_the_generator_reads_and_no_other()
    {
        (_, IReadOnlyList<GuideBlock> blocks) = GuidePage.Sections(GuidePage.Read("README.md"))
            .Single(section => section.Title == "Annotation keys");
        IEnumerable<string> keys = blocks.Where(block => block.Content.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(block => Code().Matches(block.Content.Split('|')[1]).Select(match => match.Groups[1].Value));

        Assert.Equal(Annotation.KnownKeys.Order(StringComparer.Ordinal), keys.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// Returns the examples of the guide. An example ends with C# code, and its docs are all pages above that code in
    /// the section. A later page replaces an earlier page with the same path.
    /// </summary>
    private static IEnumerable<(string Section, int NewPages, int Number, (string, string?)[] Pages, string Code)> All()
    {
        foreach ((string title, IReadOnlyList<GuideBlock> blocks) in GuidePage.Sections(GuidePage.Read("README.md")))
        {
            var pages = new Dictionary<string, string?>(StringComparer.Ordinal);
            int number = 0;
            int added = 0;
            foreach (GuideBlock block in blocks)
            {
                if (block.Kind == GuideBlockKind.Page)
                {
                    pages[block.Name] = block.Content;
                    added++;
                }
                else if (block.Kind == GuideBlockKind.Code && pages.Count > 0)
                {
                    yield return (title, added, ++number, [.. pages.Select(page => (page.Key, page.Value))],
                        block.Content);
                    added = 0;
                }
            }
        }
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
