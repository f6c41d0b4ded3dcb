using System.Text;

namespace DocGen.Generator.Model;

/// <summary>A paragraph of documentation. The text is the page's own and is never trusted: emission escapes
/// it.</summary>
internal sealed record DocText(EquatableArray<DocInline> Inlines)
{
    public static DocText? FromPlain(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : new DocText(EquatableArray.Of(new DocInline(DocInlineKind.Text, text!.Trim())));

    /// <summary>The words alone.</summary>
    public string ToPlainText()
    {
        var text = new StringBuilder();
        foreach (DocInline inline in Inlines)
            text.Append(inline.Kind == DocInlineKind.Break ? " " : inline.Text);
        return text.ToString();
    }
}
