using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A request that a page shows in full, and the responses that go with it.</summary>
internal sealed class ExampleRequest(UrlUse use, HttpMessage message, Fence fence)
{
    public UrlUse Use { get; set; } = use;

    public HttpMessage Message { get; } = message;

    public Fence Fence { get; } = fence;

    public Annotation? Annotation => Fence.Annotation;

    /// <summary>The URL was handed out by the service: the request feeds a feature of the runtime, and takes its
    /// responses along.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>The fields of a form that a command sends part by part: a name, a text or the path of a file.</summary>
    public IReadOnlyList<(string Name, string Value, bool IsFile)> Form { get; init; } = [];

    public List<ExampleResponse> Responses { get; } = [];
}
