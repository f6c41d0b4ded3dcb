using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A URL of a page, in a list of templates or in an example.</summary>
internal sealed record UrlUse(string Method, DocumentedUrl Url, Section Section, int Start, int End)
{
    public UrlVariant Variant => Url.Segments.Count == 0 ? UrlVariant.Plain : Url.Segments[Url.Segments.Count - 1].Literal switch
    {
        "$value" or "content" => UrlVariant.Content,
        "$ref" => UrlVariant.Reference,
        "$count" => UrlVariant.Count,
        _ => UrlVariant.Plain,
    };
}
