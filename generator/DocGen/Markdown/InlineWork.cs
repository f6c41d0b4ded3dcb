using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DocGen.Generator.Markdown;

/// <summary>
/// Records the work of Markdig's inline parsers on one page: the openers that are read as text because a block has too
/// many, and the steps of the others, which tests count.
/// </summary>
internal sealed class InlineWork
{
    private readonly Dictionary<Block, int> _reported = [];

    /// <summary>The positions at which openers are read as text, with the reason, once for each block.</summary>
    public List<(int Offset, string Problem)> Faults { get; } = [];

    /// <summary>The number of characters searched and open delimiters passed.</summary>
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
