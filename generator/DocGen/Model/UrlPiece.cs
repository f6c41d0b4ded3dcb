namespace DocGen.Generator.Model;

/// <param name="Text">Literal text as it is sent, so that it has no braces, or the placeholder's name.</param>
/// <param name="KeepsSlashes">The value is a path of its own: RFC 6570 writes it <c>{+item-path}</c>.</param>
internal readonly record struct UrlPiece(string Text, bool IsPlaceholder, bool KeepsSlashes = false)
{
    public string Shape => IsPlaceholder ? "{}" : Text.ToLowerInvariant();

    /// <summary>As a template has it, without the operator of RFC 6570.</summary>
    public override string ToString() => IsPlaceholder ? "{" + Text + "}" : Text;
}
