using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A URL on a page, from a list of templates or from an example.</summary>
internal sealed record UrlUse(string Method, DocumentedUrl Url, Section Section, int Start, int End)
{
    public UrlVariant Variant => Url.Path.Last?.Literal switch
    {
        "$value" or "content" => UrlVariant.Content,
        "$ref" => UrlVariant.Reference,
        "$count" => UrlVariant.Count,
        _ => UrlVariant.Plain,
    };
}
