using Microsoft.CodeAnalysis;

namespace DocGen.Tool.Docs;

/// <summary>A diagnostic about docs.</summary>
/// <param name="Path">
/// The path relative to the current directory, with forward slashes; empty if the finding has no file.
/// </param>
/// <param name="Line">The line, from 1; 0 if the finding has no file.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record DocFinding(
    string Id, DiagnosticSeverity Severity, string Title, string Message, string HelpLink, string Path, int Line,
    int Column, int EndLine, int EndColumn)
{
    public static DocFinding Of(Diagnostic diagnostic, string directory)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string path = span.Path is { Length: > 0 } full
            ? System.IO.Path.GetRelativePath(directory, full).Replace('\\', '/')
            : "";
        return new DocFinding(
            diagnostic.Id, diagnostic.Severity,
            diagnostic.Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture),
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), diagnostic.Descriptor.HelpLinkUri,
            path,
            path.Length == 0 ? 0 : span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1, span.EndLinePosition.Character + 1);
    }
}
