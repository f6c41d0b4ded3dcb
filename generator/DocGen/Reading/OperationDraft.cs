using DocGen.Generator.Http;
using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>What sets operations of one verb on one page apart: a resource, all of its kind, its content, its reference, its count.</summary>
internal enum UrlVariant
{
    Plain,

    /// <summary>The collection that another template of the page takes one from: <c>/photos</c> beside <c>/photos/{size}</c>.</summary>
    Collection,
    Content,
    Reference,
    Count,
}

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

/// <summary>A request that a page shows in full, and the responses that go with it.</summary>
internal sealed class ExampleRequest(UrlUse use, HttpMessage message, FenceBlock fence, Annotation? annotation)
{
    public UrlUse Use { get; } = use;

    public HttpMessage Message { get; } = message;

    public FenceBlock Fence { get; } = fence;

    public Annotation? Annotation { get; } = annotation;

    /// <summary>The URL was handed out by the service: the request feeds a feature of the runtime, and takes its responses along.</summary>
    public bool IsOpaque { get; init; }

    public List<ExampleResponse> Responses { get; } = [];
}

/// <summary>A response that a page shows.</summary>
internal sealed record ExampleResponse(HttpMessage Message, FenceBlock Fence, Annotation? Annotation);

/// <summary>The operation that a page's URLs and examples of one verb and variant add up to.</summary>
internal sealed class OperationDraft(string method, UrlVariant variant, string tail, Section section)
{
    public string Method { get; } = method;

    public UrlVariant Variant { get; } = variant;

    /// <summary>The words by which its URLs go on behind those of another operation of the page: <c>fields</c>; else empty.</summary>
    public string Tail { get; } = tail;

    /// <summary>Where the operation is first seen.</summary>
    public Section Section { get; } = section;

    /// <summary>The page shows no other operation, so that all it says is about this one.</summary>
    public bool IsOnly { get; set; }

    public List<UrlUse> Urls { get; } = [];

    public List<ExampleRequest> Examples { get; } = [];

    public List<ExampleResponse> LooseResponses { get; } = [];

    /// <summary>Responses that their author keeps from being validated.</summary>
    public List<ExampleResponse> IgnoredResponses { get; } = [];

    /// <summary>Requests with a multipart body that their author keeps from being validated.</summary>
    public List<HttpMessage> IgnoredForms { get; } = [];

    /// <summary>What is answered to content that is put to a URL which the operation handed out.</summary>
    public List<ExampleResponse> UploadResponses { get; } = [];

    public IEnumerable<ExampleResponse> Responses => Examples.SelectMany(e => e.Responses).Concat(LooseResponses);
}
