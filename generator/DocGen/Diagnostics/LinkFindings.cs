using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Diagnostics;

/// <summary>Creates the findings of linking. Their arguments are text from pages.</summary>
internal static class LinkFindings
{
    /// <param name="anchor">The <see cref="AnchorKeys">key</see> of the position on the page.</param>
    public static LinkFinding Of(DiagnosticDescriptor rule, string page, string anchor, params string[] arguments) =>
        new(rule.Id, page, anchor, arguments.Select(FindingSink.Shown).ToEquatableArray());
}
