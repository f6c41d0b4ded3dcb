namespace DocGen.Generator.Model;

/// <summary>A segment of a path. It has at least one piece; literals and placeholders alternate.</summary>
/// <param name="Arguments">The arguments of the OData function that the segment calls.</param>
internal sealed record UrlSegment(EquatableArray<UrlPiece> Pieces, EquatableArray<UrlArgument> Arguments = default)
{
    /// <summary>The text of a segment without placeholders, or null.</summary>
    public string? Literal => Pieces.Count == 1 && !Pieces[0].IsPlaceholder ? Pieces[0].Text : null;

    /// <summary>
    /// The literal text at the start, up to a parenthesis: <c>search</c> in <c>search(q='{text}')</c>.
    /// </summary>
    public string Head =>
        Pieces[0].IsPlaceholder
            ? ""
            : Pieces[0].Text.IndexOf('(') is >= 0 and var open ? Pieces[0].Text.Substring(0, open)
            : Pieces[0].Text;

    /// <summary>The name that the segment addresses, without arguments, or null if it contains a placeholder.</summary>
    public string? Name =>
        Pieces.Count == 1 || Pieces[0].Text.IndexOf('(') >= 0 ? Head is { Length: > 0 } head ? head : null : null;

    /// <summary>Whether the segment is a key that addresses an item of a collection: <c>{item-id}</c>.</summary>
    public bool IsKey => Pieces[0].IsPlaceholder && EndsInPlaceholder;

    public bool EndsInPlaceholder => Pieces[Pieces.Count - 1].IsPlaceholder;

    /// <summary>Whether the value is a path relative to the previous segment.</summary>
    public bool IsPath => Pieces[0].KeepsSlashes;

    public bool HasPlaceholder => Pieces.Count > 1 || Pieces[0].IsPlaceholder;

    /// <summary>The segment with lower-case literals, and placeholders without names.</summary>
    public string Shape => Pieces.Count == 1 ? Pieces[0].Shape : string.Concat(Pieces.Select(p => p.Shape));

    /// <summary>The segment without the arguments at its end, if it ends in a closing parenthesis.</summary>
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
