namespace DocGen.Generator.Snippets;

/// <summary>What a snippet needs besides its call: what has no typed home, and the files that it sends.</summary>
internal sealed class SnippetNotes
{
    private readonly List<string> _untyped = [];
    private readonly List<SnippetFile> _files = [];

    /// <summary>What goes through <c>Headers</c>, <c>Query</c> or <c>AdditionalProperties</c>.</summary>
    public IReadOnlyList<string> Untyped => _untyped;

    /// <summary>Files that are opened for what is sent.</summary>
    public IReadOnlyList<SnippetFile> Files => _files;

    public void AddUntyped(string what) => _untyped.Add(what);

    public void AddFile(SnippetFile file) => _files.Add(file);
}
