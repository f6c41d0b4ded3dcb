namespace DocGen.Generator.Model;

/// <summary>A request that a page shows in full.</summary>
/// <param name="Word">The last word of its URL.</param>
/// <param name="IsAtKey">A key stands behind it.</param>
/// <param name="Answer">The type that it is answered with, or null.</param>
/// <param name="Sent">The members of its body, apart from annotations.</param>
internal sealed record ShownCall(string Word, bool IsAtKey, DocType? Answer, bool IsMany,
    EquatableArray<MemberDefinition> Sent)
{
    /// <summary>Whether a URL ends in the word, and in a key behind it where the request's does.</summary>
    public bool EndsAs(UrlPath path) =>
        Word.Equals(path.LastName, StringComparison.OrdinalIgnoreCase)
            && IsAtKey == (path.Last is { EndsInPlaceholder: true });
}
