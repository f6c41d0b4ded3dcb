using System.Text;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Diagnostics;

/// <summary>Collects the findings and anchors of a page during reading.</summary>
internal sealed class FindingSink(LineMap lines, string page = "")
{
    /// <summary>The path of the page; its links are relative to this path.</summary>
    public string Page { get; } = page;

    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];
    private readonly Dictionary<string, SourceSpan> _anchors = new(StringComparer.Ordinal);
    private List<(int Offset, LineMap Lines, string Path)>? _included;
    private int _end = lines.Length + 1;

    public EquatableArray<Finding> Findings => _findings.ToEquatableArray();

    public EquatableArray<Anchor> Anchors =>
        _anchors.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => new Anchor(a.Key, a.Value)).ToEquatableArray();

    /// <summary>
    /// Adds a finding unless the same finding exists. A request that is both a template and an example is read twice.
    /// </summary>
    public void Report(DiagnosticDescriptor rule, int start, int end, params string[] arguments)
    {
        var finding = new Finding(rule.Id, Span(start, end), arguments.Select(Shown).ToEquatableArray());
        if (_known.Add(finding))
            _findings.Add(finding);
    }

    /// <summary>
    /// Runs the reader of one block. An exception is a bug in DocGen. It is reported, and only this block is left out.
    /// </summary>
    public void Guard(int start, int end, Action read)
    {
        try
        {
            read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Report(Rules.UnreadableBlock, start, end, e.Message);
        }
    }

    /// <summary>The line and column span of a range of offsets, in the page or in a file that it includes.</summary>
    public SourceSpan Span(int start, int end)
    {
        if (_included?.FindLast(file => file.Offset <= start) is { Lines: { } included } file)
            return included.Span(start - file.Offset, end - file.Offset) with { Included = file.Path };
        return lines.Span(start, end);
    }

    /// <summary>Registers an included file. Its offsets follow those of the page.</summary>
    /// <returns>The number to add to the file's offsets.</returns>
    public int Include(string path, LineMap file)
    {
        int offset = _end;
        (_included ??= []).Add((offset, file, path));
        _end += file.Length + 1;
        return offset;
    }

    /// <summary>Stores the span of a key. If the key already has a span, that one is kept.</summary>
    public void Anchor(string key, int start, int end)
    {
        if (!_anchors.ContainsKey(key))
            _anchors.Add(StringPool.Get(key), Span(start, end));
    }

    /// <summary>
    /// Prepares page text for a message: one line, at most 120 characters, no control or format characters.
    /// </summary>
    public static string Shown(string text)
    {
        int plain = 0;
        while (plain < text.Length && !IsHidden(text[plain]))
            plain++;
        if (plain == text.Length && plain <= Limits.Argument)
            return StringPool.Get(text);
        var shown = new StringBuilder(Math.Min(text.Length, Limits.Argument + 1));
        foreach (char c in text)
        {
            if (shown.Length == Limits.Argument)
                return shown.Append('…').ToString();
            shown.Append(IsHidden(c) ? ' ' : c);
        }

        return shown.ToString();
    }

    private static bool IsHidden(char c) => char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is
        System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.LineSeparator
        or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
