using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>An operation of a page that is not in the dialect, while what the page says of it is gathered.</summary>
internal sealed class PlainOperation(PlainScope scope, PlainRequest first)
{
    public PlainScope Scope { get; } = scope;

    public PlainRequest First { get; } = first;

    public string Method => First.Method;

    /// <summary>The requests that it can be called by.</summary>
    public List<PlainRequest> Routes { get; } = [first];

    /// <summary>Requests that show it with sample values, or with a body.</summary>
    public List<PlainRequest> Examples { get; } = [];

    /// <summary>What the page says of it, with the section that each stands in.</summary>
    public List<OutlineBlock> Blocks { get; } = [];

    /// <summary>Its heading is about nothing else.</summary>
    public bool IsSole { get; set; }

    /// <summary>The text that says what it does where its heading does not: that of its line.</summary>
    public string Words => First.Words;

    public string Heading => IsSole ? Scope.Root.Title : "";

    public PlainFacts Facts { get; set; } = null!;

    public OperationName Name { get; set; }

    /// <summary>What its group is about, in the singular and in Pascal case.</summary>
    public string Resource { get; set; } = "";

    /// <summary>The words of its URL behind the one that names the group.</summary>
    public IReadOnlyList<string> Tail { get; set; } = [];

    public bool EndsInKey { get; set; }

    /// <summary>A key stands right behind the word that names the group.</summary>
    public bool IsKeyed { get; set; }

    /// <summary>What the group's collection is in, or null.</summary>
    public string? Parent { get; set; }

    /// <summary>The answer, once the types of the page are known.</summary>
    public PlainAnswer? Answer { get; set; }

    /// <summary>What a job that it starts is, in the end; null where it starts none, or the page does not show
    /// one.</summary>
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
