using System.Globalization;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Harness;

/// <summary>
/// An expected diagnostic: its id and, if the test sets them, its position, severity, arguments and message.
/// </summary>
/// <param name="Id">The id, such as <c>DG1001</c> or <c>CS0246</c>.</param>
public sealed record DiagnosticResult(string Id)
{
    private string? _path;
    private int _line;
    private int _column;
    private (int Line, int Column)? _end;
    private DiagnosticSeverity? _severity;
    private string? _message;
    private string[]? _arguments;

    /// <summary>Also expects a severity.</summary>
    public DiagnosticResult(string id, DiagnosticSeverity severity)
        : this(id) => _severity = severity;

    /// <summary>Also expects the line and column where the diagnostic starts, counted from 1.</summary>
    public DiagnosticResult WithLocation(string path, int line, int column) =>
        this with { _path = path, _line = line, _column = column };

    /// <summary>
    /// Also expects the span of the diagnostic; lines and columns count from 1, and the end is exclusive.
    /// </summary>
    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        this with { _path = path, _line = startLine, _column = startColumn, _end = (endLine, endColumn) };

    /// <summary>Also expects the arguments of the message, in order, formatted in the invariant culture.</summary>
    public DiagnosticResult WithArguments(params object[] arguments) =>
        this with { _arguments = [.. arguments.Select(Format)] };

    /// <summary>Also expects the message.</summary>
    public DiagnosticResult WithMessage(string message) => this with { _message = message };

    /// <summary>Fails if a diagnostic is not expected, or if an expected diagnostic is missing.</summary>
    internal static void Verify(IEnumerable<DiagnosticResult> expected, IEnumerable<Diagnostic> actual)
    {
        // Only the parts that a test sets are compared, so each expected diagnostic is paired with the first actual
        // diagnostic that matches.
        List<Diagnostic> unexpected =
            [.. actual.OrderBy(diagnostic => Describe(diagnostic), StringComparer.Ordinal)];
        var missing = new List<DiagnosticResult>();
        foreach (DiagnosticResult result in expected.OrderByDescending(result => result.Precision))
        {
            int match = unexpected.FindIndex(result.Matches);
            if (match < 0)
                missing.Add(result);
            else
                unexpected.RemoveAt(match);
        }

        if (missing.Count + unexpected.Count > 0)
        {
            Assert.Fail(string.Join('\n',
            [
                "Unexpected diagnostics (- expected and not reported, + reported and not expected):",
                .. missing.Select(result => "- " + result),
                .. unexpected.Select(diagnostic => "+ " + Describe(diagnostic)),
            ]));
        }
    }

    /// <inheritdoc />
    public override string ToString() => string.Concat(
        _path is null ? "" : $"{_path}({_line},{_column}{(_end is { } end ? $",{end.Line},{end.Column}" : "")}): ",
        _severity is { } severity ? $"{severity} " : "",
        Id,
        _arguments is null ? "" : $" [{string.Join(" | ", _arguments)}]",
        _message is null ? "" : $": {_message}");

    // More precise expectations are matched first.
    private int Precision =>
        (_path is null ? 0 : 4) + (_arguments is null ? 0 : 2) + (_message is null ? 0 : 2) + (_end is null ? 0 : 1);

    private bool Matches(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return diagnostic.Id == Id
            && (_severity is null || diagnostic.Severity == _severity)
            && (_path is null || (span.Path == _path && OneBased(span.StartLinePosition) == (_line, _column)))
            && (_end is null || OneBased(span.EndLinePosition) == _end)
            && (_message is null || diagnostic.GetMessage(CultureInfo.InvariantCulture) == _message)
            && (_arguments is null || diagnostic.GetMessage(CultureInfo.InvariantCulture)
                == FormatMessage(diagnostic, _arguments));
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        (int line, int column) = OneBased(span.StartLinePosition);
        (int endLine, int endColumn) = OneBased(span.EndLinePosition);
        string place = diagnostic.Location == Location.None
            ? ""
            : $"{span.Path}({line},{column},{endLine},{endColumn}): ";
        return $"{place}{diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static (int Line, int Column) OneBased(Microsoft.CodeAnalysis.Text.LinePosition position) =>
        (position.Line + 1, position.Character + 1);

    // Roslyn does not expose the arguments of a diagnostic, so they are compared through the message.
    private static string FormatMessage(Diagnostic diagnostic, string[] arguments) => string.Format(
        CultureInfo.InvariantCulture,
        diagnostic.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture),
        [.. arguments]);

    private static string Format(object argument) => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "";
}
