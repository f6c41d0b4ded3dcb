using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>The <c>ApiSurface</c> items of a project: the surface files that it names, each for one doc set.</summary>
internal sealed class SurfaceItems
{
    /// <summary>The metadata of an <c>ApiSurface</c> item that mean something to DocGen.</summary>
    public static readonly string[] MetadataNames = ["Api"];

    private readonly ITaskItem[] _items;
    private readonly ITaskItem[] _projectFiles;
    private readonly ApiDocElement[] _elements;

    public SurfaceItems(ITaskItem[] items, ITaskItem[] projectFiles)
    {
        _items = items;
        _projectFiles = projectFiles;
        _elements = ApiDocElement.ReadAll(projectFiles, "ApiSurface");
    }

    public IReadOnlyList<ITaskItem> Items => _items;

    public ApiDocElement[] Elements => _elements;

    private SourcePosition Project => new(_projectFiles[0].ItemSpec);

    /// <summary>The file that the project names for a set, the first where it names several.</summary>
    public ITaskItem? Of(string api) =>
        Array.Find(_items, item => ApiOf(item).Equals(api, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reports each item that no doc set takes, and each pattern that no file matches.</summary>
    /// <param name="apis">The names of the doc sets.</param>
    /// <param name="areSharedMeant">Whether items of files for many projects are meant for this one.</param>
    public void ReportUnused(IReadOnlyList<string> apis, bool areSharedMeant, ConfigurationLog log)
    {
        foreach (ITaskItem item in _items)
        {
            ApiDocElement? element = ElementOf(item);
            if (!areSharedMeant && element is not { IsInProject: true })
                continue;
            string api = ApiOf(item);
            ITaskItem taken = Of(api)!;
            if (!apis.Contains(api, StringComparer.OrdinalIgnoreCase))
            {
                string set = ConfigurationLog.Describe(api);
                Report(item, element, $"there are no docs of {set}. {Advice(api, apis)}", log);
            }
            else if (taken.GetMetadata("FullPath") != item.GetMetadata("FullPath"))
            {
                Report(
                    item, element,
                    $"{ConfigurationLog.Describe(api)} has '{taken.ItemSpec}' already. " +
                    "Remove one of the two, or give it the Api of its own docs.",
                    log);
            }
        }

        string[] files = [.. _items.Select(item => item.GetMetadata("FullPath"))];
        foreach (ApiDocElement element in _elements.Where(element => areSharedMeant || element.IsInProject))
        {
            foreach (FilePattern pattern in element.Patterns.Where(pattern => !files.Any(pattern.IsMatch)))
            {
                string mismatch = pattern.DescribeMismatch("ApiSurface", "pins nothing");
                log.Warning(ConfigurationLog.UnusedSurface, element.Position, mismatch);
            }
        }
    }

    /// <summary>
    /// The surface file of each set that has one: the one that the project names, else the one beside the docs.
    /// </summary>
    /// <param name="sets">The docs of each set.</param>
    /// <param name="mayBeAbsent">Whether a file that the project names may be missing: it is about to be written.</param>
    public IEnumerable<ITaskItem> Collect(
        IEnumerable<IGrouping<string, ITaskItem>> sets, bool mayBeAbsent, ConfigurationLog log)
    {
        foreach (IGrouping<string, ITaskItem> set in sets)
        {
            ITaskItem? named = Of(set.Key);
            string[] pages = [.. set.Select(doc => doc.GetMetadata("FullPath"))];
            string? path = named?.GetMetadata("FullPath") ?? SurfaceFile.Find(pages, _projectFiles[0].ItemSpec);
            if (path is null)
            {
                ReportOnePage(pages, set.Key, log);
                continue;
            }

            if (!File.Exists(path))
            {
                if (mayBeAbsent)
                    continue;
                log.Error(
                    ConfigurationLog.FileNotFound, PositionOf(named!),
                    $"The ApiSurface '{named!.ItemSpec}' does not exist. " +
                    "To write it, run 'dotnet build -t:DocGenAccept', " +
                    $"or 'docgen accept' with the folder of the docs and '--surface {named.ItemSpec}'.");
            }
            else if (CompilerLine.Unwritable(path, isPath: true) is { } inPath)
            {
                log.Error(
                    ConfigurationLog.Unwritable, Project,
                    $"The path of the surface file '{CompilerLine.Shown(path)}' has {inPath}, " +
                    "which the compiler can't be told. Rename it.");
            }
            else
            {
                var file = new FileItem(path);
                file.SetMetadata("DocGenSurface", "true");
                file.SetMetadata("DocGenApi", set.Key);
                yield return file;
            }
        }
    }

    private void ReportOnePage(string[] pages, string api, ConfigurationLog log)
    {
        if (SurfaceFile.OfOnePage(pages) is not { } file)
            return;
        string? other = SurfaceFile.PlaceFor(pages, _projectFiles[0].ItemSpec);
        log.Warning(
            ConfigurationLog.UnusedSurface, Project,
            $"The surface file '{file}' pins nothing: it is of one page, and {ConfigurationLog.Describe(api)} has " +
            $"{pages.Length}. {(other is null ? "Name it" : $"Rename it to '{other}', or name it")} in the project: " +
            $"<ApiSurface Include=\"{Path.GetFileName(file)}\" />.");
    }

    private static string ApiOf(ITaskItem item) => item.GetMetadata("Api").Trim();

    private static string Advice(string api, IReadOnlyList<string> apis)
    {
        string[] names = [.. apis.Where(name => name.Length > 0).OrderBy(name => name, StringComparer.Ordinal)];
        if (Suggestion.Nearest(api, names) is { } nearest)
            return $"Did you mean Api=\"{nearest}\"?";
        return names.Length > 0 ? $"Give it the Api of its docs ({string.Join(", ", names)}), or remove it."
            : apis.Count > 0 ? "The docs have no Api: remove it from the ApiSurface, too."
            : "Name the docs with ApiDoc, or remove it.";
    }

    private void Report(ITaskItem item, ApiDocElement? element, string reason, ConfigurationLog log) =>
        log.Warning(
            ConfigurationLog.UnusedSurface, element?.Position ?? Project,
            $"The ApiSurface '{item.ItemSpec}' pins nothing: {reason}");

    private SourcePosition PositionOf(ITaskItem item) => ElementOf(item)?.Position ?? Project;

    private ApiDocElement? ElementOf(ITaskItem item) =>
        Array.Find(_elements, element => element.Names(item.ItemSpec));
}
