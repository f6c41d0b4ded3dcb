using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>The URLs and examples on a page that have the same verb and variant. They make one operation.</summary>
internal sealed class OperationParts(string method, UrlVariant variant, string tail, Section section)
{
    public string Method { get; } = method;

    public UrlVariant Variant { get; } = variant;

    /// <summary>
    /// The words that follow another operation's URL, such as <c>fields</c>; empty if no other operation's URL is a
    /// prefix.
    /// </summary>
    public string Tail { get; } = tail;

    /// <summary>The section in which the operation first appears.</summary>
    public Section Section { get; } = section;

    /// <summary>Whether this is the page's only operation. All content of the page then describes it.</summary>
    public bool IsOnly { get; set; }

    public List<UrlUse> Urls { get; } = [];

    public List<ExampleRequest> Examples { get; } = [];

    public List<ExampleResponse> LooseResponses { get; } = [];

    /// <summary>Responses whose author excludes them from validation.</summary>
    public List<ExampleResponse> IgnoredResponses { get; } = [];

    /// <summary>Requests with a multipart body whose author excludes them from validation.</summary>
    public List<HttpMessage> IgnoredForms { get; } = [];

    /// <summary>URLs of examples that end in a type and whose author excludes them from validation.</summary>
    public List<UrlUse> Casts { get; } = [];

    /// <summary>The responses to uploads to a URL that the operation returned.</summary>
    public List<ExampleResponse> UploadResponses { get; } = [];

    /// <summary>The operation's first position on the page.</summary>
    public (int Start, int End) Place =>
        Urls.Concat(Examples.Select(e => e.Use)).Select(use => (use.Start, use.End)).FirstOrDefault();

    public IEnumerable<ExampleResponse> Responses => Examples.SelectMany(e => e.Responses).Concat(LooseResponses);
}
