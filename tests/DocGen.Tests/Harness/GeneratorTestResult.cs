using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Tests.Harness;

/// <summary>The result of a generator run that passed all checks.</summary>
public sealed class GeneratorTestResult
{
    private readonly CSharpCompilation _compilation;

    internal GeneratorTestResult(CSharpCompilation compilation, GeneratorRunResult run,
        ImmutableArray<Diagnostic> diagnostics)
    {
        _compilation = compilation;
        Diagnostics = diagnostics;
        GeneratedSources = new SortedDictionary<string, string>(
            run.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()),
            StringComparer.Ordinal);
    }

    /// <summary>The generated files by hint name, sorted.</summary>
    public IReadOnlyDictionary<string, string> GeneratedSources { get; }

    /// <summary>The diagnostics of the generator.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Compiles and loads the C# files of the test together with the generated files.</summary>
    public EmittedAssembly Load() => EmittedAssembly.Load(_compilation);
}
