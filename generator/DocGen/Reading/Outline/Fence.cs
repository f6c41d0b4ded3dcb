using DocGen.Generator.Http;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A fenced block of code, with the annotation directly before it.</summary>
internal sealed class Fence : OutlineBlock
{
    private readonly FenceBlock _block;

    public Fence(FenceBlock block, Section section, Annotation? annotation)
        : base(section, isIncluded: false)
    {
        _block = block;
        Annotation = annotation;
        Kind = Classify();
        if (DefinesResource && Annotation!.TypeName is { } name && TypeText.IsTypeName(name))
            Resource = new ResourceSource(name, section, this);
    }

    public Annotation? Annotation { get; }

    public FenceKind Kind { get; }

    /// <summary>The first word of the info string, or empty.</summary>
    public string Language => _block.Language;

    public PageText Content => _block.Content;

    /// <summary>The signs that open the fence; empty for indented code.</summary>
    public string Mark => _block.Mark;

    /// <summary>Whether indentation marks the code. A request in backticks was then indented by mistake.</summary>
    public bool IsIndented => Mark.Length == 0;

    /// <summary>Whether a line of such signs ends the fence.</summary>
    public bool IsClosed => _block.IsClosed;

    public int Start => _block.Start;

    public int End => _block.End;

    /// <summary>The end of the three characters that open the fence.</summary>
    public int MarkEnd => Start + "```".Length;

    /// <summary>Whether the annotation marks the fence as ignored or as a sample, so that it is not checked.</summary>
    public bool IsIgnored => Annotation?.BlockType is "ignored" or "samples";

    /// <summary>
    /// Whether the fence defines a resource: its annotation is that of a resource, or it is JSON whose annotation has a
    /// type but no block type.
    /// </summary>
    public bool DefinesResource => Annotation is { } annotation
        && (annotation.BlockType == "resource"
            || (annotation is { BlockType: null, TypeName: not null }
            && Language.Equals("json", StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// The resource that the fence defines; null if it defines none or its annotation has no valid name.
    /// </summary>
    public ResourceSource? Resource { get; }

    /// <summary>Whether the fence is JSON without an annotation.</summary>
    public bool IsPlainJson => Kind == FenceKind.Json && Annotation is null;

    public bool BeginsWith(string text) => string.CompareOrdinal(Content.Text, First, text, 0, text.Length) == 0;

    /// <summary>
    /// The URL of the request line at the start; null if the fence does not start with a request line.
    /// </summary>
    public string? RequestTarget
    {
        get
        {
            string text = Content.Text;
            return TryRequestLine(out int target, out int end) && end > target
                ? text.Substring(target, end - target) : null;
        }
    }

    /// <summary>The offset of the first character that is not white space.</summary>
    private int First
    {
        get
        {
            int first = 0;
            while (first < Content.Text.Length && char.IsWhiteSpace(Content.Text[first]))
                first++;
            return first;
        }
    }

    private FenceKind Classify() => Annotation?.BlockType switch
    {
        "request" => FenceKind.Request,
        "response" or "simulatedResponse" => FenceKind.Response,
        "example" => FenceKind.Example,
        null or "ignored" or "samples" =>
            TryRequestLine(out _, out _) ? FenceKind.RequestLines
            : BeginsWith("HTTP/") ? FenceKind.StatusLine
            : BeginsWith("{") ? FenceKind.Json
            : FenceKind.Other,
        { } type => Annotation.KnownBlockTypes.Contains(type, StringComparer.Ordinal)
            ? FenceKind.Other : FenceKind.Unknown,
    };

    private bool TryRequestLine(out int target, out int targetEnd)
    {
        string text = Content.Text;
        int first = First;
        int newline = first < text.Length ? text.IndexOf('\n', first) : -1;
        int end = newline < 0 ? text.Length : newline;
        return HttpMessageReader.TryRequestLine(text, first, end, out _, out target, out targetEnd);
    }
}
