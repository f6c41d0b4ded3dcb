using DocGen.Generator.Http;
using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A response that a page shows.</summary>
/// <param name="Fence">The fence in which the response begins.</param>
/// <param name="BodyFence">The JSON fence that follows and contains the body; null if <c>Fence</c> has it.</param>
internal sealed record ExampleResponse(HttpMessage Message, Fence Fence, Fence? BodyFence = null)
{
    /// <summary>The text that the body's offsets refer to.</summary>
    public PageText Content => (BodyFence ?? Fence).Content;

    public Annotation? Annotation => Fence.Annotation;
}
