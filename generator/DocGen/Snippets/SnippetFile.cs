using DocGen.Generator.Emission;

namespace DocGen.Generator.Snippets;

/// <summary>A file that a snippet opens and sends.</summary>
/// <param name="Variable">The stream's name.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Content">The content that the page shows.</param>
internal sealed record SnippetFile(string Variable, string Name, string Content)
{
    /// <summary>The statement that opens it.</summary>
    public Code Opened =>
        Code.Text(
        "using FileStream " + CSharpText.Identifier(Variable) + " = File.OpenRead(" + Literals.Of(Name) + ");");
}
