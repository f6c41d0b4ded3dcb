namespace DocGen.Generator.Reading;

/// <summary>
/// Distinguishes the operations with the same verb on one page: on a resource, its collection, its content, its
/// reference and its count.
/// </summary>
internal enum UrlVariant
{
    Plain,

    /// <summary>
    /// A collection. Another template of the page addresses its items: <c>/photos</c> and <c>/photos/{size}</c>.
    /// </summary>
    Collection,
    Content,
    Reference,
    Count,
}
