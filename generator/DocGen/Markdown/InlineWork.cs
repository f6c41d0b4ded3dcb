using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Records the work of Markdig's inline parsers on one page: the opening delimiters that are read as text because a
/// block has too many of them, and the number of steps for all others. Tests check the number of steps.
/// </summary>
internal sealed class InlineWork
{
    private readonly Dictionary<Block, int> _reported = [];

    /// <summary>
    /// The first position in each block at which an opening delimiter is read as text, with the reason.
    /// </summary>
    public List<(int Offset, string Problem)> Faults { get; } = [];

    /// <summary>The number of characters that were searched and of open delimiters that were visited.</summary>
    public long Steps { get; private set; }

    /// <summary>The text of the page.</summary>
    public string Page { get; private set; } = "";

    public MarkdownParserContext ToContext(string page)
    {
        Page = page;
        var context = new MarkdownParserContext();
        context.Properties[typeof(InlineWork)] = this;
        return context;
    }

    public static InlineWork Of(InlineProcessor processor) =>
        (InlineWork)processor.Context!.Properties[typeof(InlineWork)];

    public void Add(int steps) => Steps += steps;

    public void Report(InlineProcessor processor, int at, string problem)
    {
        if (_reported.ContainsKey(processor.Block!))
            return;
        int offset = processor.GetSourcePosition(at);
        _reported.Add(processor.Block!, offset);
        Faults.Add((offset, problem));
    }
}
