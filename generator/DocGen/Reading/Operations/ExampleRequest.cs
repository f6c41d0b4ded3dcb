using DocGen.Generator.Http;

namespace DocGen.Generator.Reading;

/// <summary>A request that a page shows as a complete message, with its responses.</summary>
internal sealed class ExampleRequest(UrlUse use, HttpMessage message, Fence fence)
{
    public UrlUse Use { get; set; } = use;

    public HttpMessage Message { get; } = message;

    public Fence Fence { get; } = fence;

    public Annotation? Annotation => Fence.Annotation;

    /// <summary>
    /// Whether the service issued the URL. Such a request and its responses describe a feature of the runtime instead
    /// of an operation.
    /// </summary>
    public bool IsOpaque { get; init; }

    /// <summary>
    /// The fields of a form that a command line sends. Each field has a name, and a text or the path of a file.
    /// </summary>
    public IReadOnlyList<(string Name, string Value, bool IsFile)> Form { get; init; } = [];

    public List<ExampleResponse> Responses { get; } = [];
}
