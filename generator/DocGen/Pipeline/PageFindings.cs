using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Pipeline;

/// <summary>All findings that are reported on one page.</summary>
internal sealed record PageFindings(string FullPath, EquatableArray<Finding> Findings)
{
    /// <summary>Merges the findings of all stages, in the order of the page.</summary>
    public static PageFindings Merge(PageFindingsInput input)
    {
        (Page page, MoreFindings more) = (input.Page, input.More);
        ParsedPage parsed = more is { Links.IsEmpty: true, Linked.IsEmpty: true, Misfits.IsEmpty: true }
            ? page.Parsed : page.Parsed.With(more.Links.Concat(more.Linked)).With(more.Misfits);
        return new PageFindings(page.FullPath, Reported(page.Parsed, Once(parsed, more.ByOthers)));
    }

    /// <summary>Adds the findings from pages that include this page, without duplicates.</summary>
    private static EquatableArray<Finding> Once(ParsedPage page, EquatableArray<Finding> byOthers)
    {
        if (byOthers.IsEmpty)
            return page.Findings;
        var known = new HashSet<Finding>(page.Findings);
        return page.With(byOthers.Where(known.Add)).Findings;
    }

    /// <summary>
    /// Removes suppressed findings, except errors. Also removes findings in an included file, because they are reported
    /// on that file.
    /// </summary>
    private static EquatableArray<Finding> Reported(ParsedPage page, EquatableArray<Finding> findings) =>
        Accepted(page, findings.Any(f => f.Span.Included is not null)
            ? findings.Where(f => f.Span.Included is null).ToEquatableArray()
            : findings);

    private static EquatableArray<Finding> Accepted(ParsedPage page, EquatableArray<Finding> findings) =>
        page.Suppressed.IsEmpty
        ? findings
        : findings
            .Where(f => !page.Suppressed.Contains(f.RuleId)
                || Rules.Get(f.RuleId).DefaultSeverity == DiagnosticSeverity.Error).ToEquatableArray();
}
