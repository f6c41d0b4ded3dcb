using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>An operation of plain docs during reading.</summary>
internal sealed class PlainOperation(PlainScope scope, PlainRequest first)
{
    public PlainScope Scope { get; } = scope;

    public PlainRequest First { get; } = first;

    public string Method => First.Method;

    /// <summary>The requests that call the operation.</summary>
    public List<PlainRequest> Routes { get; } = [first];

    /// <summary>Requests that show the operation with sample values or a body.</summary>
    public List<PlainRequest> Examples { get; } = [];

    /// <summary>The blocks that describe the operation.</summary>
    public List<OutlineBlock> Blocks { get; } = [];

    /// <summary>Whether the heading is about this operation only.</summary>
    public bool IsSole { get; set; }

    /// <summary>The text in the request's line. It describes the operation if the heading does not.</summary>
    public string Words => First.Words;

    public string Heading => IsSole ? Scope.Root.Title : "";

    public PlainFacts Facts { get; set; } = null!;

    public OperationName Name { get; set; }

    /// <summary>The name of the group's resource, in the singular and in Pascal case.</summary>
    public string Resource { get; set; } = "";

    /// <summary>The words of the URL after the one that names the group.</summary>
    public IReadOnlyList<string> Tail { get; set; } = [];

    public bool EndsInKey { get; set; }

    /// <summary>Whether a key follows the word that names the group.</summary>
    public bool IsKeyed { get; set; }

    /// <summary>The resource that contains the group's collection, or null.</summary>
    public string? Parent { get; set; }

    /// <summary>The response. It is set when the types of the page are known.</summary>
    public PlainAnswer? Answer { get; set; }

    /// <summary>
    /// The type of the job that the operation starts; null if it starts none, or if the page does not show the type.
    /// </summary>
    public DocType? Job { get; set; }

    public bool Shows(PlainRequest request) =>
        request.Method == Method && Routes.Exists(route => Reading.Routes.PrefixOf(request.Url, route.Url) >= 0);

    public void AddRoute(PlainRequest route)
    {
        if (!Routes.Exists(known => known.Shape == route.Shape))
            Routes.Add(route);
        else if (route.Url.Query.Count > 0)
            Examples.Add(route);
    }
}
