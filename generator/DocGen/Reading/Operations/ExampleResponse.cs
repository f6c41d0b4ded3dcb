using DocGen.Generator.Http;
using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>A response that a page shows.</summary>
internal sealed record ExampleResponse(HttpMessage Message, FenceBlock Fence, Annotation? Annotation);
