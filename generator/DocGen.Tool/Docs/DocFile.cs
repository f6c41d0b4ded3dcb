using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Tool.Docs;

/// <summary>A page or a surface file on disk.</summary>
internal sealed class DocFile(string path, string text, bool isSurface = false) : AdditionalText
{
    public bool IsSurface { get; } = isSurface;

    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
