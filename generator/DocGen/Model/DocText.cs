using System.Text;

namespace DocGen.Generator.Model;

/// <summary>
/// A paragraph of documentation. The text comes from a page and is untrusted, so emission escapes it.
/// </summary>
internal sealed record DocText(EquatableArray<DocInline> Inlines)
{
    public static DocText? FromPlain(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : new DocText(EquatableArray.Of(new DocInline(DocInlineKind.Text, text!.Trim())));

    /// <summary>The text without formatting.</summary>
    public string ToPlainText()
    {
        var text = new StringBuilder();
        foreach (DocInline inline in Inlines)
            text.Append(inline.Kind == DocInlineKind.Break ? " " : inline.Text);
        return text.ToString();
    }
}
