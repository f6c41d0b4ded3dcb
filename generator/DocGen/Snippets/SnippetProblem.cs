namespace DocGen.Generator.Snippets;

/// <summary>The reason why no method of an operation can send a request on a page.</summary>
/// <param name="Request">The index of the request on its page.</param>
internal readonly record struct SnippetProblem(int Request, string Text);
