using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Tests.Harness;

/// <summary>
/// Passes analyzer configuration to a generator as the compiler does: Roslyn parses and matches the configuration.
/// </summary>
internal sealed class ConfigOptionsProvider : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _configs;

    public ConfigOptionsProvider(IEnumerable<(string Path, string Content)> files)
    {
        _configs = AnalyzerConfigSet.Create(
            files.Select(file => AnalyzerConfig.Parse(SourceText.From(file.Content), file.Path)).ToList(),
            out ImmutableArray<Diagnostic> conflicts);
        // Roslyn drops a key that two files set, so the doc would have no metadata.
        Assert.Empty(conflicts);
    }

    public override AnalyzerConfigOptions GlobalOptions => new Options(_configs.GlobalConfigOptions.AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GetOptions(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GetOptions(textFile.Path);

    private Options GetOptions(string path) => new(_configs.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);

        public override IEnumerable<string> Keys => values.Keys;
    }
}
