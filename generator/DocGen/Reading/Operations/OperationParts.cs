using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>The operation that a page's URLs and examples of one verb and variant add up to.</summary>
internal sealed class OperationParts(string method, UrlVariant variant, string tail, Section section)
{
    public string Method { get; } = method;

    public UrlVariant Variant { get; } = variant;

    /// <summary>The words by which its URLs go on behind those of another operation of the page: <c>fields</c>; else
    /// empty.</summary>
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

    /// <summary>URLs of examples, which end in a type, that their author keeps from being validated.</summary>
    public List<UrlUse> Casts { get; } = [];

    /// <summary>What is answered to content that is put to a URL which the operation handed out.</summary>
    public List<ExampleResponse> UploadResponses { get; } = [];

    /// <summary>Where the page shows it first.</summary>
    public (int Start, int End) Place =>
        Urls.Concat(Examples.Select(e => e.Use)).Select(use => (use.Start, use.End)).FirstOrDefault();

    public IEnumerable<ExampleResponse> Responses => Examples.SelectMany(e => e.Responses).Concat(LooseResponses);
}
