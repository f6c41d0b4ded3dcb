using System.Net;
using System.Text.RegularExpressions;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Guide;

/// <summary>Tests the example in <c>README.md</c>.</summary>
public partial class ReadmeTests
{
    [Fact]
    public async Task The_program_in_the_readme_compiles_against_the_client_of_its_page()
    {
        string program = Program().Match(Text("README.md")).Groups[2].Value;
        string source = $$"""
            using System;
            using System.Threading.Tasks;
            using DocGen;
            using Test;

            internal static class Program
            {
                internal static async Task RunAsync()
                {
            {{program}}
                }
            }
            """;

        GeneratorTestResult result = await Docs.GenerateAsync(source, ("docs/books.md", PageText));

        Assert.Contains("ApiClient", program, StringComparison.Ordinal);
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [Fact]
    public async Task The_mistake_in_the_readme_gives_the_warning_in_the_readme()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            "", ("docs/books.md", PageText.Replace("{isbn}`", "{isbn`", StringComparison.Ordinal)));

        string warning = Assert.Single(result.Diagnostics).ToString();
        Assert.EndsWith(Warning().Match(Text("README.md")).Groups[1].Value, warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_shows_the_blocks_of_the_readme()
    {
        string readme = Text("README.md");
        string shown = OneBlank(WebUtility.HtmlDecode(Tags().Replace(Text("picture.svg"), "")));

        string[] lines =
        [
            .. PageText.Split('\n'),
            .. Program().Match(readme).Groups[0].Value.Split('\n').Skip(1).SkipLast(1),
            Warning().Match(readme).Groups[1].Value,
        ];
        Assert.DoesNotContain(lines, line => !shown.Contains(OneBlank(line), StringComparison.Ordinal));
    }

    /// <summary>Joins lines, because the picture shows the long line of the warning on several lines.</summary>
    private static string OneBlank(string text) => Blanks().Replace(text, " ");

    private static string PageText => Page().Match(Text("README.md")).Groups[1].Value;

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(ReadmeTests).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```text\n(docs/.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Warning();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("```csharp\n((?:using [A-Za-z]+;[^\n]*\n)*)(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("````markdown\n(.*?)````", RegexOptions.Singleline)]
    private static partial Regex Page();
}
