using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A response that a page shows.</summary>
internal sealed record ExampleResponse(HttpMessage Message, Fence Fence)
{
    public Annotation? Annotation => Fence.Annotation;
}
