namespace DocGen.Generator.Reading;

/// <summary>What sets operations of one verb on one page apart: a resource, all of its kind, its content, its
/// reference, its count.</summary>
internal enum UrlVariant
{
    Plain,

    /// <summary>The collection that another template of the page takes one from: <c>/photos</c> beside
    /// <c>/photos/{size}</c>.</summary>
    Collection,
    Content,
    Reference,
    Count,
}
