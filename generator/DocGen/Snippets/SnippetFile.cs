using DocGen.Generator.Emission;

namespace DocGen.Generator.Snippets;

/// <summary>A file that a snippet opens and sends.</summary>
/// <param name="Variable">The name of the variable with the stream.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="Content">The content that the page shows.</param>
internal sealed record SnippetFile(string Variable, string Name, string Content)
{
    /// <summary>The statement that opens the file.</summary>
    public Code Opened =>
        Code.Text(
        "using FileStream " + CSharpText.Identifier(Variable) + " = File.OpenRead(" + Literals.Of(Name) + ");");
}
