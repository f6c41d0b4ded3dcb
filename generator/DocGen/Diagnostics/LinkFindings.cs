using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Diagnostics;

/// <summary>Makes the findings of linking, whose arguments are text of pages.</summary>
internal static class LinkFindings
{
    /// <param name="anchor">The <see cref="AnchorKeys">key</see> of the thing on the page that the finding is
    /// about.</param>
    public static LinkFinding Of(DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        new(rule.Id, page, anchor, arguments.Select(FindingSink.Shown).ToEquatableArray());
}
