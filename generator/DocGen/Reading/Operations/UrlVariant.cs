namespace DocGen.Generator.Reading;

/// <summary>
/// Distinguishes the operations of one verb on one page: a resource, its collection, its content, its reference and its
/// count.
/// </summary>
internal enum UrlVariant
{
    Plain,

    /// <summary>
    /// A collection whose items another template of the page addresses: <c>/photos</c> beside <c>/photos/{size}</c>.
    /// </summary>
    Collection,
    Content,
    Reference,
    Count,
}
