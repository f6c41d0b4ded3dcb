namespace DocGen.Generator.Markdown;

/// <summary>A link in a page's text.</summary>
internal sealed class DocLink(string text, string target, int start, int end)
{
    public string Text { get; } = text;

    public string Target { get; } = target;

    public int Start { get; } = start;

    public int End { get; } = end;
}
