using System.Text.RegularExpressions;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Guide;

/// <summary>The example in <c>README.md</c>.</summary>
public partial class ReadmeTests
{
    [Fact]
    public async Task The_program_in_the_readme_compiles_against_the_client_of_its_pages()
    {
        using var reader = new StreamReader(typeof(ReadmeTests).Assembly.GetManifestResourceStream("README.md")!);
        string readme = (await reader.ReadToEndAsync()).ReplaceLineEndings("\n");
        string program = Program().Match(readme).Groups[2].Value;
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

        GeneratorTestResult result = await Docs.GenerateAsync(source,
            ("docs/books.md", Page().Match(readme).Groups[1].Value));

        Assert.Contains("ApiClient", program, StringComparison.Ordinal);
        Assert.Empty(result.Diagnostics.Select(diagnostic => diagnostic.ToString()));
    }

    [GeneratedRegex("```csharp\n((?:using [A-Za-z]+;[^\n]*\n)*)(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Program();

    [GeneratedRegex("````markdown\n(.*?)````", RegexOptions.Singleline)]
    private static partial Regex Page();
}
