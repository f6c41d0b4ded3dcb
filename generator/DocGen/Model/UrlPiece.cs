namespace DocGen.Generator.Model;

/// <param name="Text">The name of the placeholder, or the literal text as sent. Literal text has no braces.</param>
/// <param name="KeepsSlashes">Whether the value is a path. RFC 6570 writes it <c>{+item-path}</c>.</param>
internal readonly record struct UrlPiece(string Text, bool IsPlaceholder, bool KeepsSlashes = false)
{
    public string Shape => IsPlaceholder ? "{}" : Text.ToLowerInvariant();

    /// <summary>The piece in template syntax, without the RFC 6570 operator.</summary>
    public override string ToString() => IsPlaceholder ? "{" + Text + "}" : Text;
}
