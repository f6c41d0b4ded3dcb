using System.Text;

namespace DocGen.Generator.Model;

/// <summary>How a run of documentation text is shown.</summary>
internal enum DocInlineKind
{
    /// <summary>Plain words.</summary>
    Text,

    /// <summary>Code: a name, a value, a header.</summary>
    Code,

    /// <summary>A link; <see cref="DocInline.Target"/> is where it leads (absolute http or https URLs only).</summary>
    Link,

    /// <summary>A line break that the author asked for.</summary>
    Break,
}

/// <summary>A run of documentation text: what the docs say, neither Markdown nor XML any more.</summary>
internal readonly record struct DocInline(DocInlineKind Kind, string Text, string? Target = null);

/// <summary>A paragraph of documentation. The text is the page's own and is never trusted: emission escapes it.</summary>
internal sealed record DocText(EquatableArray<DocInline> Inlines)
{
    public static DocText? FromPlain(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : new DocText(EquatableArray.Of(new DocInline(DocInlineKind.Text, text!.Trim())));

    /// <summary>The words alone.</summary>
    public string ToPlainText()
    {
        var text = new StringBuilder();
        foreach (DocInline inline in Inlines)
            text.Append(inline.Kind == DocInlineKind.Break ? " " : inline.Text);
        return text.ToString();
    }
}

/// <summary>Where in the docs something came from.</summary>
/// <param name="Page">The page's path relative to the doc set's root, with forward slashes.</param>
/// <param name="Heading">The text of the nearest heading above, or null at the top of the page.</param>
internal readonly record struct DocOrigin(string Page, string? Heading);
