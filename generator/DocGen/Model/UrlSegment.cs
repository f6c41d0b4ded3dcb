namespace DocGen.Generator.Model;

/// <summary>What stands between two slashes of a path: literals and placeholders in turn, at least one.</summary>
/// <param name="Arguments">Those of the OData function that the segment calls.</param>
internal sealed record UrlSegment(EquatableArray<UrlPiece> Pieces, EquatableArray<UrlArgument> Arguments = default)
{
    /// <summary>The text of a segment that has no placeholder, or null.</summary>
    public string? Literal => Pieces.Count == 1 && !Pieces[0].IsPlaceholder ? Pieces[0].Text : null;

    /// <summary>The literal text that the segment begins with, up to a parenthesis: <c>search</c> in
    /// <c>search(q='{text}')</c>.</summary>
    public string Head =>
        Pieces[0].IsPlaceholder
            ? ""
            : Pieces[0].Text.IndexOf('(') is >= 0 and var open ? Pieces[0].Text.Substring(0, open)
            : Pieces[0].Text;

    /// <summary>The name of what the segment addresses, without arguments, or null where a placeholder is a part of
    /// it.</summary>
    public string? Name =>
        Pieces.Count == 1 || Pieces[0].Text.IndexOf('(') >= 0 ? Head is { Length: > 0 } head ? head : null : null;

    /// <summary>A value addresses one of a collection here: <c>{item-id}</c>.</summary>
    public bool IsKey => Pieces[0].IsPlaceholder && EndsInPlaceholder;

    public bool EndsInPlaceholder => Pieces[Pieces.Count - 1].IsPlaceholder;

    /// <summary>The value is a path, relative to the segment before it.</summary>
    public bool IsPath => Pieces[0].KeepsSlashes;

    public bool HasPlaceholder => Pieces.Count > 1 || Pieces[0].IsPlaceholder;

    /// <summary>Literals without case, and placeholders without their names.</summary>
    public string Shape => Pieces.Count == 1 ? Pieces[0].Shape : string.Concat(Pieces.Select(p => p.Shape));

    /// <summary>The segment up to its last parenthesis, where it ends in one that closes.</summary>
    public UrlSegment WithoutArguments()
    {
        UrlPiece last = Pieces[Pieces.Count - 1];
        if (last.IsPlaceholder || last.Text.Length == 0 || last.Text[last.Text.Length - 1] != ')')
            return this;
        int at = Pieces.Count - 1;
        while (at >= 0 && (Pieces[at].IsPlaceholder || Pieces[at].Text.IndexOf('(') < 0))
            at--;
        return at < 0 ? this : new UrlSegment(
            Pieces.Take(at)
                .Append(Pieces[at] with { Text = Pieces[at].Text.Substring(0, Pieces[at].Text.LastIndexOf('(')) })
                .ToEquatableArray());
    }
}
