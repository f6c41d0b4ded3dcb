using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A request in plain docs.</summary>
/// <param name="Fence">The code block that contains the request; null in prose, a table or a heading.</param>
/// <param name="Words">The text after the request on the same line.</param>
/// <param name="Message">The complete request, if a fence shows its headers or body.</param>
/// <param name="Curl">The command that the request comes from.</param>
internal sealed record PlainRequest(
    UrlUse Use, RequestForm Form, Fence? Fence = null, string Words = "", HttpMessage? Message = null,
        CurlCommand? Curl = null)
{
    public string Method => Use.Method;

    /// <summary>The path, in which all placeholders have the same name.</summary>
    public string Shape { get; } = Use.Url.Shape;

    /// <summary>The last word of the path and the placeholders after it.</summary>
    public string End { get; } = Routes.End(Use.Url);

    public DocumentedUrl Url => Use.Url;

    public Section Section => Use.Section;

    public int Start => Use.Start;

    /// <summary>The verb and the path, in which all placeholders have the same name.</summary>
    public string Key => Method + " " + Shape;

    /// <summary>Compares by reference: equal text at two positions of a page makes two requests.</summary>
    public bool Equals(PlainRequest? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Start;
}
