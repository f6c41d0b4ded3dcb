using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Http;

/// <param name="Text">Literal text, or the placeholder's name.</param>
/// <param name="KeepsSlashes">The value is a path of its own.</param>
internal readonly record struct UrlPiece(string Text, bool IsPlaceholder, bool KeepsSlashes = false)
{
    public string Shape => IsPlaceholder ? "{}" : Text.ToLowerInvariant();
}
