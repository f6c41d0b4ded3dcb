using System.Collections.Immutable;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// The findings of a page as compiler diagnostics, created on first use. A page that an edit does not affect reports
/// the same objects again.
/// </summary>
internal sealed class PageReport(PageFindings page)
{
    private Diagnostic[]? _diagnostics;

    private string FullPath => page.FullPath;

    private bool IsEmpty => page.Findings.IsEmpty;

    public Diagnostic[] Diagnostics =>
        _diagnostics ??= [.. page.Findings.Select(finding => ToDiagnostic(page.FullPath, finding))];

    /// <summary>
    /// Returns the reports with findings, in the order of the full paths. A repeated page is included once.
    /// </summary>
    public static IEnumerable<PageReport> InOrder(ImmutableArray<PageReport> reports, EquatableArray<string> fullPaths)
    {
        var byPath = new Dictionary<string, PageReport>(StringComparer.Ordinal);
        foreach (PageReport report in reports)
        {
            if (!report.IsEmpty)
                byPath[report.FullPath] = report;
        }

        foreach (string fullPath in fullPaths)
        {
            if (byPath.TryGetValue(fullPath, out PageReport? report))
                yield return report;
        }
    }

    private static Diagnostic ToDiagnostic(string path, Finding finding)
    {
        SourceSpan span = finding.Span;
        var location = Location.Create(
            path,
            new TextSpan(span.Start, span.Length),
            new LinePositionSpan(
                new LinePosition(span.StartLine, span.StartColumn), new LinePosition(span.EndLine, span.EndColumn)));
        return Diagnostic.Create(Rules.Get(finding.RuleId), location, [.. finding.Arguments]);
    }
}
