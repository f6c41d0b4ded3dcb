using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// The parts that reading a page shares: its outline, the readers of its tables and JSON, and the sink for findings.
/// </summary>
internal sealed class PageContent
{
    // The search for the summary reports filler. Lazy, so that filler is reported only once.
    private readonly Lazy<DocText?> _summary;
    private readonly Lazy<MethodDefinition[]> _methods;
    private readonly Lazy<string?> _namespace;

    private PageContent(string path, FindingSink sink, BlockLedger ledger, PageOutline outline)
    {
        Path = path;
        Sink = sink;
        Ledger = ledger;
        Outline = outline;
        Json = new JsonBodies(sink);
        Tables = new TableReader(outline.Language, sink);
        _summary = new Lazy<DocText?>(FindSummary);
        _namespace = new Lazy<string?>(FindNamespace);
        _methods = new Lazy<MethodDefinition[]>(() => [.. outline.Tables.Where(table => table.Kind == TableKind.Methods)
            .SelectMany(Tables.Methods)]);
    }

    public string Path { get; }

    public FindingSink Sink { get; }

    /// <summary>Records which annotated blocks were read or reported.</summary>
    public BlockLedger Ledger { get; }

    public PageOutline Outline { get; }

    public PageLanguage Language => Outline.Language;

    public JsonBodies Json { get; }

    public TableReader Tables { get; }

    /// <summary>The types in the example responses.</summary>
    public ShownTypes Shown { get; } = new();

    /// <summary>The rows of the page's tables of methods.</summary>
    public MethodDefinition[] Methods => _methods.Value;

    /// <summary>
    /// The first paragraph under the title that is not a note; null if it is filler. If all paragraphs are notes, the
    /// description in the front matter, or else the first note.
    /// </summary>
    public DocText? Summary => _summary.Value;

    /// <summary>The namespace in a line such as <c>Namespace: microsoft.graph</c>.</summary>
    public string? Namespace => _namespace.Value;

    /// <param name="path">The page's path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="sink">Receives the findings.</param>
    /// <param name="included">The files that the page includes, directly or through other files.</param>
    public static PageContent Read(string path, string text, FindingSink sink,
        IReadOnlyList<IncludedFile>? included = null)
    {
        var ledger = new BlockLedger(sink);
        return new PageContent(path, sink, ledger, OutlineBuilder.Read(path, text, sink, ledger, included ?? []));
    }

    private DocText? FindSummary()
    {
        Paragraph[] said = [.. Outline.Introduction.Where(p => !p.InList && IsSummary(p.Text.Plain))];
        if (said.Length == 0)
            return null;
        Paragraph? opening = Array.Find(said, p => !Filler.IsNote(p.Text.Plain));
        return (opening is null ? DocText.FromPlain(Description()) : null)
            ?? Filler.Words((opening ?? said[0]).Text, Sink);
    }

    private string? Description() =>
        Outline.FrontMatter?["description"] is { } text && !Filler.IsText(text) && !Filler.IsNote(text) ? text : null;

    private bool IsSummary(string text) =>
        text.Length > 0
        && !StatesNamespace(text) && Language.Namespace(text) is null
        && !text.StartsWith("[!", StringComparison.Ordinal)
        && !text.StartsWith("[TAGS", StringComparison.Ordinal);

    /// <summary>
    /// Finds the namespace. In English it may be anywhere on the page, in another language only under the title.
    /// </summary>
    private string? FindNamespace() =>
        Outline.Paragraphs.Where(p => StatesNamespace(p.Text.Plain)).Concat(Outline.Introduction)
            .Select(p => Language.Namespace(p.Text.Plain)).FirstOrDefault(name => name is not null) is { } found
            ? StringPool.Get(found) : null;

    private static bool StatesNamespace(string text) =>
        text.StartsWith(EnglishLanguage.NamespaceWord, StringComparison.OrdinalIgnoreCase);
}
