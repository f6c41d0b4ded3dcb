using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Surface;

namespace DocGen.Tool.Docs;

/// <summary>One state of the docs: their pages, their API surface, and the pages that document each element.</summary>
internal sealed class DocSnapshot
{
    private readonly Dictionary<string, string[]> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocPage> _pages;
    private readonly Dictionary<string, PageLines> _lines = new(StringComparer.Ordinal);

    /// <param name="source">The pages.</param>
    /// <param name="accepted">The content of the surface file, or null if there is none.</param>
    /// <param name="models">The page models, which contain the included files.</param>
    /// <param name="api">The result of linking the pages.</param>
    public DocSnapshot(DocSource source, ApiSurface? accepted, IReadOnlyDictionary<string, PageModel> models,
        LinkedApi api)
    {
        Prefix = source.Prefix;
        Accepted = accepted;
        _pages = source.Pages.ToDictionary(page => page.Path, StringComparer.Ordinal);
        Models = models;
        ApiFile[] files = [.. api.Files];
        Surface = SurfaceReader.Of(files, api.Client?.ServiceRoot);
        foreach (OperationGroup group in files.Select(file => file.Operations).OfType<OperationGroup>())
        {
            foreach (Operation operation in group.Operations)
                AddOwner(group.Name + "." + operation.MethodName, operation.Docs.Origins);
        }

        foreach (StructuredType type in files.SelectMany(file => file.Types))
            AddOwner(type.Name, type.Origins);
        foreach (EnumType type in files.SelectMany(file => file.Enums))
            AddOwner(type.Name, type.Origins);
    }

    public string Prefix { get; }

    public ApiSurface Surface { get; }

    /// <summary>The content of the surface file beside the docs, or null if there is none.</summary>
    public ApiSurface? Accepted { get; }

    public IReadOnlyDictionary<string, PageModel> Models { get; }

    public IReadOnlyDictionary<string, DocPage> Pages => _pages;

    /// <summary>The pages that document each class and operation.</summary>
    public IReadOnlyDictionary<string, string[]> Owners => _owners;

    /// <summary>The pages that document a class or an operation; empty for the docs as a whole.</summary>
    public string[] PagesOf(string owner) => _owners.TryGetValue(owner, out string[]? pages) ? pages : [];

    /// <summary>The lines of a page; empty if the page does not exist.</summary>
    public PageLines Lines(string page)
    {
        if (!_lines.TryGetValue(page, out PageLines? lines))
            _lines.Add(page, lines = new PageLines(
                _pages.TryGetValue(page, out DocPage? found) ? found.Text.ReplaceLineEndings("\n").Split('\n') : []));
        return lines;
    }

    private void AddOwner(string name, EquatableArray<DocOrigin> origins) =>
        _owners[name] = [.. origins.Select(origin => origin.Page).Distinct(StringComparer.Ordinal)];
}
