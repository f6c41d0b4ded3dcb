namespace DocGen.Generator.Snippets;

/// <summary>The reason why no operation's method can send a request on a page.</summary>
/// <param name="Request">The index of the request among those of the page.</param>
internal readonly record struct SnippetProblem(int Request, string Text);
