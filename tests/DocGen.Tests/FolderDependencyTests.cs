using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Tests;

/// <summary>
/// Tests that the folders of the generator depend on each other in one direction, and that a file has the name of its
/// type.
/// </summary>
[Trait("Speed", "Slow")]
public class FolderDependencyTests
{
    private const string Root = "";

    private static readonly CSharpCompilation Generator = GeneratorSources.Compile();

    /// <summary>The folders that the code of each folder may use, also inside method bodies.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Naming"] = ["Model"],
        ["Diagnostics"] = ["Model"],
        ["Markdown"] = ["Model", "Naming", "Diagnostics"],
        ["Json"] = ["Model", "Naming", "Diagnostics"],
        ["Http"] = ["Model", "Naming", "Diagnostics"],
        ["Reading"] = ["Model", "Naming", "Diagnostics", "Markdown", "Json", "Http"],
        ["Linking"] = ["Model", "Naming", "Diagnostics", "Markdown", "Json", "Http", "Reading"],
        ["Checks"] = ["Model", "Naming", "Diagnostics", "Markdown", "Json", "Http", "Reading", "Linking"],
        ["Emission"] = ["Model", "Naming"],
        ["Surface"] = ["Model", "Naming", "Diagnostics", "Linking"],
        ["Snippets"] = ["Model", "Naming", "Json", "Http", "Reading", "Linking", "Emission"],
        ["Pipeline"] =
            ["Model", "Naming", "Diagnostics", "Markdown", "Json", "Http", "Reading", "Linking", "Checks", "Emission",
                "Snippets", "Surface"],
        [Root] =
        [
            "Model", "Naming", "Diagnostics", "Markdown", "Json", "Http", "Reading", "Linking", "Checks", "Emission",
            "Snippets", "Surface", "Pipeline",
        ],
    };

    // The base class library of the tests has more overloads than netstandard2.0, so some calls are ambiguous here.
    [Fact]
    public void The_generator_compiles_in_this_test() => Assert.Empty(Generator.GetDiagnostics()
        .Where(problem => problem.Severity == DiagnosticSeverity.Error && problem.Id != "CS0121"));

    [Fact]
    public void Each_folder_has_a_rule() => Assert.Equal(
        Allowed.Keys.Order(StringComparer.Ordinal),
        Files().Select(GeneratorSources.FolderOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Dependencies_between_folders_have_one_direction()
    {
        string[] wrong = [.. Trees().AsParallel().AsOrdered().SelectMany(WrongNames)];

        Assert.True(wrong.Length == 0, "Uses of folders that are not allowed:\n" + string.Join("\n", wrong));
    }

    [Fact]
    public void Each_file_has_one_type_with_its_name()
    {
        string[] wrong =
        [
            .. from tree in Trees()
               let names = TopLevelTypes(tree).Select(type => type.Name).Distinct().ToArray()
               where names.Length != 1 || names[0] != Path.GetFileName(tree.FilePath).Split('.')[0]
               select $"{GeneratorSources.Relative(tree.FilePath)}: {string.Join(", ", names)}",
        ];

        Assert.True(wrong.Length == 0,
            "Files with a type that does not have their name:\n" + string.Join("\n", wrong));
    }

    [Fact]
    public void Type_names_are_unique()
    {
        string[] shared =
        [
            .. from type in Trees().SelectMany(TopLevelTypes).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)
               group type.ContainingNamespace.ToDisplayString() by type.Name into named
               let namespaces = named.Distinct().ToArray()
               where namespaces.Length > 1
               select $"{named.Key}: {string.Join(", ", namespaces)}",
        ];

        Assert.True(shared.Length == 0, "Types with the same name:\n" + string.Join("\n", shared));
    }

    /// <summary>Returns each use of a symbol from a folder that the folder of the syntax tree may not use.</summary>
    private static IEnumerable<string> WrongNames(SyntaxTree tree)
    {
        SemanticModel model = Generator.GetSemanticModel(tree);
        string folder = GeneratorSources.FolderOf(tree.FilePath);
        string file = GeneratorSources.Relative(tree.FilePath);
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes(node => node is not UsingDirectiveSyntax))
        {
            if (node is not (ExpressionSyntax or ConstructorInitializerSyntax)
                || SymbolOf(model.GetSymbolInfo(node)) is not { } symbol || Declaration(symbol) is not { } declared)
            {
                continue;
            }

            string other = GeneratorSources.FolderOf(declared);
            if (other == folder || Allowed[folder].Contains(other))
                continue;
            int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            yield return $"{file}({line}): {symbol.ToDisplayString()} of {GeneratorSources.Relative(declared)}";
        }
    }

    private static ISymbol? SymbolOf(SymbolInfo info) => info.Symbol ?? info.CandidateSymbols.FirstOrDefault();

    /// <summary>
    /// Returns the file that declares a symbol or, if the compiler created the symbol, the file that declares its type;
    /// null if that file is in no folder.
    /// </summary>
    private static string? Declaration(ISymbol? symbol)
    {
        symbol = symbol?.OriginalDefinition;
        for (; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath is { } file)
                return IsSource(file) ? file : null;
        }

        return null;
    }

    private static IEnumerable<INamedTypeSymbol> TopLevelTypes(SyntaxTree tree)
    {
        SemanticModel model = Generator.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>().Select(node => model.GetDeclaredSymbol(node)).OfType<INamedTypeSymbol>();
    }

    private static IEnumerable<SyntaxTree> Trees() => Generator.SyntaxTrees.Where(tree => IsSource(tree.FilePath));

    private static IEnumerable<string> Files() => Trees().Select(tree => tree.FilePath);

    // Polyfills for newer types of the base class library are in no folder.
    private static bool IsSource(string file) => file.Length > 0 && Path.GetFileName(file) != "Polyfills.cs";
}
