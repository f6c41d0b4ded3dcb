using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>The <c>ApiSurface</c> items of a project. Each names the surface file of one doc set.</summary>
internal sealed class SurfaceItems
{
    /// <summary>The metadata of an <c>ApiSurface</c> item that DocGen reads.</summary>
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

    /// <summary>The first file that the project names for a set, or null.</summary>
    public ITaskItem? Of(string api) =>
        Array.Find(_items, item => ApiOf(item).Equals(api, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reports each item that belongs to no doc set, and each pattern that matches no file.</summary>
    /// <param name="apis">The names of the doc sets.</param>
    /// <param name="areSharedMeant">Whether items in files that several projects import must apply to this one.</param>
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
                    "Remove one of the two items, or give this one the Api of its docs.",
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
    /// Returns the surface file of each set: the file that the project names, else the file beside the docs, if there
    /// is one.
    /// </summary>
    /// <param name="sets">The docs of each set.</param>
    /// <param name="mayBeAbsent">Whether a file in the project may be missing until the build writes it.</param>
    public IEnumerable<ITaskItem> Collect(
        IEnumerable<IGrouping<string, ITaskItem>> sets, bool mayBeAbsent, ConfigurationLog log)
    {
        foreach (SetSurface set in Assign(sets))
        {
            // The target DocGenAccept reports this problem as an error.
            if (!mayBeAbsent && IsOfBuild(set) && set.Problem is { } problem)
                log.Warning(ConfigurationLog.UnusedSurface, Project, problem);
            if (set.File is not { } path)
                continue;

            if (!File.Exists(path))
            {
                if (mayBeAbsent)
                    continue;
                log.Error(
                    ConfigurationLog.FileNotFound, PositionOf(set.Named!),
                    $"The ApiSurface '{set.Named!.ItemSpec}' does not exist. " +
                    "To write it, run 'dotnet build -t:DocGenAccept', " +
                    $"or 'docgen accept' with the folder of the docs and '--surface {set.Named.ItemSpec}'.");
            }
            else if (CompilerLine.Unwritable(path, isPath: true) is { } inPath)
            {
                log.Error(
                    ConfigurationLog.Unwritable, Project,
                    $"The path of the surface file '{CompilerLine.Shown(path)}' contains {inPath}, " +
                    "which can't be passed to the compiler. Rename the file.");
            }
            else
            {
                var file = new FileItem(path);
                file.SetMetadata("DocGenSurface", "true");
                file.SetMetadata("DocGenApi", set.Api);
                yield return file;
            }
        }
    }

    /// <summary>The surface file of each set.</summary>
    public SetSurface[] Assign(IEnumerable<IGrouping<string, ITaskItem>> sets) => SurfaceAssignment.Of(
        sets.SelectMany(set => set.Select(doc => (Api: set.Key, Path: doc.GetMetadata("FullPath"))))
            .GroupBy(doc => doc.Api, doc => doc.Path, StringComparer.Ordinal),
        Of, _projectFiles[0].GetMetadata("FullPath"));

    /// <summary>
    /// Whether the build reports the set's problem. If two sets could have a file, only DocGenAccept reports it in two
    /// cases: the file does not exist yet, or the project names it only for the other set.
    /// </summary>
    private static bool IsOfBuild(SetSurface set) =>
        set.Contested is not var (file, owner) || set.Named is not null || (owner.Named is null && File.Exists(file));

    private static string ApiOf(ITaskItem item) => item.GetMetadata("Api").Trim();

    private static string Advice(string api, IReadOnlyList<string> apis)
    {
        string[] names = [.. apis.Where(name => name.Length > 0).OrderBy(name => name, StringComparer.Ordinal)];
        if (Suggestion.Nearest(api, names) is { } nearest)
            return $"Did you mean Api=\"{nearest}\"?";
        return names.Length > 0 ? $"Set its Api to the Api of its docs ({string.Join(", ", names)}), or remove it."
            : apis.Count > 0 ? "The docs have no Api: remove the Api from the ApiSurface."
            : "Name the docs with ApiDoc, or remove the ApiSurface.";
    }

    private void Report(ITaskItem item, ApiDocElement? element, string reason, ConfigurationLog log) =>
        log.Warning(
            ConfigurationLog.UnusedSurface, element?.Position ?? Project,
            $"The ApiSurface '{item.ItemSpec}' pins nothing: {reason}");

    private SourcePosition PositionOf(ITaskItem item) => ElementOf(item)?.Position ?? Project;

    private ApiDocElement? ElementOf(ITaskItem item) =>
        Array.Find(_elements, element => element.Names(item.ItemSpec));
}
