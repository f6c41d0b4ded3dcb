using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// The surface file of a doc set, from the compiler. Surface texts are equal if they have the same path, set and
/// content.
/// </summary>
internal sealed class SurfaceText(string fullPath, string set, SourceText? text) : IEquatable<SurfaceText>
{
    private readonly Lazy<Dictionary<string, int>> _heads = new(() => Heads(text));
    private readonly Lazy<SurfaceFile> _file = new(() => SurfaceParser.Parse(text?.ToString() ?? ""));

    public string FullPath { get; } = fullPath;

    /// <summary>The key of the file's doc set.</summary>
    public string Set { get; } = set;

    /// <summary>The parsed file. It is parsed on first use.</summary>
    public SurfaceFile File => _file.Value;

    private SourceText? Text { get; } = text;

    public static SurfaceText? From(AdditionalText file, AnalyzerConfigOptionsProvider options,
        CancellationToken cancellation)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string Value(string name) =>
            metadata.TryGetValue("build_metadata.AdditionalFiles." + name, out string? value) ? value.Trim() : "";
        return Value("DocGenSurface").Equals("true", StringComparison.OrdinalIgnoreCase)
            ? new SurfaceText(file.Path, Identifiers.Pascal(Value("DocGenApi"), "").ToUpperInvariant(),
                file.GetText(cancellation)) : null;
    }

    /// <summary>Reports an unsupported version and each unreadable line.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        if (File.NewerVersion is { } newer)
            yield return Diagnostic.Create(Rules.NewerSurfaceFile, LocationOf(0), newer, SurfaceFormat.Header);
        foreach (SurfaceFault fault in File.Faults)
            yield return Diagnostic.Create(Rules.UnreadableSurfaceLine, LocationOf(fault.Line),
                FindingSink.Shown(fault.Text));
    }

    /// <summary>Converts a finding to a diagnostic at the line of its operation or class.</summary>
    public Diagnostic ToDiagnostic(SurfaceFinding finding) =>
        Diagnostic.Create(Rules.Get(finding.RuleId), LocationOf(LineOf(finding.Owner)), [.. finding.Arguments]);

    /// <summary>Returns the index of the line at which the block of an operation or class starts, or 0.</summary>
    private int LineOf(string owner) => _heads.Value.TryGetValue(owner, out int line) ? line : 0;

    private static Dictionary<string, int> Heads(SourceText? text)
    {
        var heads = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int line = 0; text is not null && line < text.Lines.Count; line++)
        {
            TextSpan span = text.Lines[line].Span;
            if (span.IsEmpty || text[span.Start] == ' ')
                continue;
            string head = text.ToString(span);
            int arrow = head.IndexOf(" ->", StringComparison.Ordinal);
            int equal = head.LastIndexOf(" = ", StringComparison.Ordinal);
            string owner = arrow > 0 ? head.Substring(0, arrow).TrimEnd(' ') : equal > 0 ? head.Substring(equal) : "";
            owner = owner.Substring(owner.LastIndexOf(' ') + 1);
            if (owner.Length > 0 && !heads.ContainsKey(owner))
                heads.Add(owner, line);
        }

        return heads;
    }

    public bool Equals(SurfaceText? other) => other is not null && FullPath == other.FullPath && Set == other.Set
        && (Text is null ? other.Text is null : other.Text is not null && Text.ContentEquals(other.Text));

    public override bool Equals(object? obj) => Equals(obj as SurfaceText);

    public override int GetHashCode() => FullPath.GetHashCode();

    private Location LocationOf(int line) => Text is { Lines: var lines } && line < lines.Count
        ? Location.Create(FullPath, lines[line].Span, lines.GetLinePositionSpan(lines[line].Span)) : Location.None;
}
