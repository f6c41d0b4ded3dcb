using System.Reflection;
using System.Text.RegularExpressions;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Tests.Guide;

/// <summary>Tests that <c>docs/heuristics.md</c>, the register, lists every deciding number of the generator.</summary>
public partial class HeuristicsTests
{
    private static readonly string Root = Path.GetDirectoryName(DocFolders.ApiDocsFolder)!;

    /// <summary>The source files that give names to the deciding numbers.</summary>
    private static readonly string[] Named = ["Model/Thresholds.cs", "Model/Limits.cs"];

    [Fact]
    public void Every_deciding_number_has_a_name()
    {
        string[] wrong =
        [
            .. from file in Sources(GeneratorSources.Folder)
               where !Named.Contains(GeneratorSources.Relative(file))
               from number in DecidingNumbers.In(Parse(File.ReadAllText(file)))
               let line = number.GetLocation().GetLineSpan().StartLinePosition.Line + 1
               select $"{GeneratorSources.Relative(file)}({line}): {number}",
        ];

        Assert.True(wrong.Length == 0,
            "Deciding numbers outside Thresholds and Limits:\n" + string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("if (words.Count > 3) return;")]
    [InlineData("bool isLabel = text.Length is > 0 and < 60;")]
    [InlineData("bool isMost = same * 2 > all;")]
    [InlineData("bool isMost = same >= 0.9 * all;")]
    [InlineData("foreach (var row in rows.Take(1_000)) Read(row);")]
    [InlineData("string start = text.Substring(0, 40);")]
    [InlineData("const int Most = 20;")]
    [InlineData("bool isLong = text.Length > 404;")]
    public void A_deciding_number_is_found(string statement) => Assert.Single(
        DecidingNumbers.In(Parse("class A { void B() { " + statement + " } }")));

    [Theory]
    [InlineData("if (words.Count is 0 or > 2) return;")]
    [InlineData("int middle = (low + high) / 2;")]
    [InlineData("int[] letters = new int[32];")]
    [InlineData("uint bit = bits >> 15 & 31;")]
    [InlineData("int hash = first * 31 + second;")]
    [InlineData("bool isDate = text[4] == '-' && text[at + 3] == ':';")]
    [InlineData("string rest = text.Substring(5).Split(['/'], 3)[1];")]
    [InlineData("bool isDone = response is { Status: >= 200 and < 300 } || status == 404 || statuses.Contains(202);")]
    [InlineData("[Standard(\"RFC 3339\")] bool IsMonth(int month) => month <= 12; }", true)]
    public void A_number_without_influence_on_a_decision_is_not_found(
        string text, bool isMember = false) => Assert.Empty(
        DecidingNumbers.In(Parse(isMember ? "class A { " + text : "class A { void B() { " + text + " } }")));

    [Fact]
    public void The_register_lists_every_threshold_and_limit_and_no_other_number()
    {
        string[] known = [.. from type in (Type[])[typeof(Thresholds), typeof(Limits)]
                             from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
                             select type.Name + "." + field.Name];

        Assert.NotEmpty(known);
        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            Rows().SelectMany(row => Constant().Matches(row.Line)).Select(match => match.Groups[1].Value).Distinct()
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_threshold_and_limit_has_a_docstring_on_its_decision()
    {
        string[] silent =
        [
            .. from file in Named
               from field in Parse(File.ReadAllText(Path.Combine(GeneratorSources.Folder, file))).DescendantNodes()
                   .OfType<FieldDeclarationSyntax>()
               where !field.GetLeadingTrivia().Any(trivia => trivia.IsKind(
                   SyntaxKind.SingleLineDocumentationCommentTrivia))
               select field.Declaration.Variables.ToString(),
        ];

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_row_of_the_register_names_existing_tests()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (TypeDeclarationSyntax type in Sources(Path.Combine(Root, "tests"))
            .SelectMany(file => Parse(File.ReadAllText(file)).DescendantNodes().OfType<TypeDeclarationSyntax>()))
        {
            known.Add(type.Identifier.Text);
            known.UnionWith(type.Members.OfType<MethodDeclarationSyntax>()
                .Select(method => type.Identifier.Text + "." + method.Identifier.Text));
        }

        string[] wrong =
        [
            .. from row in Rows()
               let named = Test().Matches(row.Cells[^1]).Select(match => match.Groups[1].Value).ToArray()
               where row.Cells.Length != 4 || named.Length == 0 || !named.All(known.Contains)
               select row.Line,
        ];

        Assert.True(wrong.Length == 0,
            "Rows without four cells, or with missing tests:\n" + string.Join("\n", wrong));
    }

    /// <summary>Returns the rows of all tables in the register, without headers.</summary>
    private static IEnumerable<(string Line, string[] Cells)> Rows()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root, "docs", "heuristics.md"));
        return lines.Where((line, i) => line.StartsWith("| ", StringComparison.Ordinal)
                && !(i + 1 < lines.Length && lines[i + 1].StartsWith("|---", StringComparison.Ordinal)))
            .Select(line => (line, line.Trim('|', ' ').Split(" | ")));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file =>
            !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static SyntaxNode Parse(string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    [GeneratedRegex(@"`((?:Thresholds|Limits)\.\w+)`")]
    private static partial Regex Constant();

    [GeneratedRegex(@"`(\w+Tests(?:\.\w+)?)`")]
    private static partial Regex Test();
}
