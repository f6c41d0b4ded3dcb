using DocGen.Generator.Model;
using DocGen.Generator.Snippets;

namespace DocGen.Corpus;

/// <summary>A request that a page shows, its snippet, and what came of it.</summary>
internal sealed class SnippetProof(string path, RequestExample example, ShownRequest shown, Snippet snippet, int number)
{
    public string Path { get; } = path;

    public int Line => Example.Span.StartLine + 1;

    public RequestExample Example { get; } = example;

    public ShownRequest Shown { get; } = shown;

    public Snippet Snippet { get; } = snippet;

    public string ClassName => $"Snippet{number:00000}";

    /// <summary>What the compiler says against it.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>What sets it apart from the page's request.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Why the page's answer was not read into its type, or null.</summary>
    public string? AnswerProblem { get; set; }

    public bool IsExpressed => Snippet.Code is not null;

    /// <summary>It calls the method of an operation.</summary>
    public bool IsOperation => IsExpressed && Snippet.Problem is null;

    public bool IsCompiled => IsExpressed && Errors.Count == 0;

    public bool IsEqual => IsCompiled && Differences.Count == 0;

    public bool IsTyped => Snippet.Untyped.IsEmpty;

    /// <summary>The code of another folder for the same request, or null.</summary>
    public string? Other { get; set; }

    public override string ToString() => $"{Path}({Line})";
}
