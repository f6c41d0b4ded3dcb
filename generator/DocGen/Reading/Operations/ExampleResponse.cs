using DocGen.Generator.Http;
using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A response that a page shows.</summary>
/// <param name="Fence">The fence that it begins in.</param>
/// <param name="BodyFence">The fence of JSON behind it that is its body, or null where both stand in one.</param>
internal sealed record ExampleResponse(HttpMessage Message, Fence Fence, Fence? BodyFence = null)
{
    /// <summary>The text that the body's places are in.</summary>
    public PageText Content => (BodyFence ?? Fence).Content;

    public Annotation? Annotation => Fence.Annotation;
}
