using DocGen.Generator.Model;
using DocGen.Generator.Snippets;

namespace DocGen.Corpus;

/// <summary>A request that a page shows, its snippet, and the results of compiling and sending the snippet.</summary>
internal sealed class SnippetProof(string path, RequestExample example, ShownRequest shown, Snippet snippet, int number)
{
    public string Path { get; } = path;

    public int Line => Example.Span.StartLine + 1;

    public RequestExample Example { get; } = example;

    public ShownRequest Shown { get; } = shown;

    public Snippet Snippet { get; } = snippet;

    public string ClassName => $"Snippet{number:00000}";

    /// <summary>The errors and warnings of the compiler.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The differences between the sent request and the page.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>The error of reading the page's response into its type, or null.</summary>
    public string? AnswerProblem { get; set; }

    public bool IsExpressed => Snippet.Code is not null;

    /// <summary>Whether the snippet calls the method of an operation.</summary>
    public bool IsOperation => IsExpressed && Snippet.Problem is null;

    public bool IsCompiled => IsExpressed && Errors.Count == 0;

    public bool IsEqual => IsCompiled && Differences.Count == 0;

    public bool IsTyped => Snippet.Untyped.IsEmpty;

    /// <summary>The other folder's snippet of the same request, or null.</summary>
    public string? Other { get; set; }

    public override string ToString() => $"{Path}({Line})";
}
