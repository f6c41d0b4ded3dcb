namespace DocGen.Generator.Snippets;

/// <summary>Collects information about a snippet: the untyped parts, and the files that it sends.</summary>
internal sealed class SnippetNotes
{
    private readonly List<string> _untyped = [];
    private readonly List<SnippetFile> _files = [];

    /// <summary>The parts that are sent through <c>Headers</c>, <c>Query</c> or <c>AdditionalProperties</c>.</summary>
    public IReadOnlyList<string> Untyped => _untyped;

    /// <summary>The files that are opened and sent.</summary>
    public IReadOnlyList<SnippetFile> Files => _files;

    public void AddUntyped(string what) => _untyped.Add(what);

    public void AddFile(SnippetFile file) => _files.Add(file);
}
