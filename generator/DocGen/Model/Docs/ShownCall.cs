namespace DocGen.Generator.Model;

/// <summary>A complete request in an example.</summary>
/// <param name="Word">The last word of the URL.</param>
/// <param name="IsAtKey">Whether a key follows the word.</param>
/// <param name="Answer">The response type, or null.</param>
/// <param name="Sent">The members of the body, apart from annotations.</param>
internal sealed record ShownCall(string Word, bool IsAtKey, DocType? Answer, bool IsMany,
    EquatableArray<MemberDefinition> Sent)
{
    /// <summary>
    /// Whether a URL ends in the same word, and either both URLs or neither have a key after the word.
    /// </summary>
    public bool EndsAs(UrlPath path) =>
        Word.Equals(path.LastName, StringComparison.OrdinalIgnoreCase)
            && IsAtKey == (path.Last is { EndsInPlaceholder: true });
}
