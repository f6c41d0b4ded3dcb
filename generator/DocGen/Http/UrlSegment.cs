using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <summary>Text between two slashes: literals and placeholders in turn.</summary>
internal sealed record UrlSegment(IReadOnlyList<UrlPiece> Pieces)
{
    /// <summary>The text of a segment that is all literal, or null.</summary>
    public string? Literal => Pieces.Count == 1 && !Pieces[0].IsPlaceholder ? Pieces[0].Text : null;

    public string Shape => Pieces.Count == 1 ? Pieces[0].Shape : string.Concat(Pieces.Select(p => p.Shape));
}
