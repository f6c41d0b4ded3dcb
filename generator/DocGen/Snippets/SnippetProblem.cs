namespace DocGen.Generator.Snippets;

/// <summary>Why no method of an operation can send a request that a page shows.</summary>
/// <param name="Request">The place of the request among the page's.</param>
internal readonly record struct SnippetProblem(int Request, string Text);
