namespace DocGen.Generator.Model;

/// <summary>A complete request that a page shows.</summary>
/// <param name="Word">The last word of its URL.</param>
/// <param name="IsAtKey">Whether a key follows the word.</param>
/// <param name="Answer">The response type, or null.</param>
/// <param name="Sent">The members of its body, apart from annotations.</param>
internal sealed record ShownCall(string Word, bool IsAtKey, DocType? Answer, bool IsMany,
    EquatableArray<MemberDefinition> Sent)
{
    /// <summary>Whether a URL ends in the word, with a key after it exactly if the request's URL has one.</summary>
    public bool EndsAs(UrlPath path) =>
        Word.Equals(path.LastName, StringComparison.OrdinalIgnoreCase)
            && IsAtKey == (path.Last is { EndsInPlaceholder: true });
}
