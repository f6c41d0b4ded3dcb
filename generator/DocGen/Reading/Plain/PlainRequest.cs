using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A request as a page shows it that is not in the dialect.</summary>
/// <param name="Fence">The code that it stands in; null in a text, a table or a heading.</param>
/// <param name="Words">What the page says behind it, in the same line.</param>
/// <param name="Message">The whole request, where a fence shows its headers or body.</param>
/// <param name="Curl">The command that it was taken from.</param>
internal sealed record PlainRequest(
    UrlUse Use, RequestForm Form, Fence? Fence = null, string Words = "", HttpMessage? Message = null,
        CurlCommand? Curl = null)
{
    public string Method => Use.Method;

    /// <summary>The path, whatever placeholders are called.</summary>
    public string Shape { get; } = Use.Url.Shape;

    /// <summary>The last collection of the path, and whether it goes on behind it.</summary>
    public string End { get; } = Routes.End(Use.Url);

    public DocumentedUrl Url => Use.Url;

    public Section Section => Use.Section;

    public int Start => Use.Start;

    /// <summary>Verb and path, whatever placeholders are called.</summary>
    public string Key => Method + " " + Shape;

    /// <summary>Two places of a page are two requests, whatever stands there.</summary>
    public bool Equals(PlainRequest? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Start;
}
