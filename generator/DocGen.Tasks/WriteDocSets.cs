using System.Reflection;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Writes each doc set of a project into a file for <c>docgen accept --set</c>: the pages, settings and surface file
/// that the build uses.
/// </summary>
public sealed class WriteDocSets : ITask
{
    /// <summary>What decides names, or which docs count: the word in the file, and what the compiler knows it
    /// as.</summary>
    private static readonly (string Word, string Metadata)[] Settings =
    [
        ("api", "DocGenApi"), ("namespace", "DocGenNamespace"), ("client", "DocGenClientName"),
        ("root", "DocGenServiceRoot"),
        ("include", "DocGenInclude"), ("exclude", "DocGenExclude"),
    ];

    /// <inheritdoc />
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc />
    public ITaskHost? HostObject { get; set; }

    /// <summary>The docs that <see cref="CollectApiDocs"/> has collected.</summary>
    public ITaskItem[] Docs { get; set; } = [];

    /// <summary>Surface files that the project names.</summary>
    public ITaskItem[] ApiSurfaces { get; set; } = [];

    /// <summary>The files that a user writes items in: the project first.</summary>
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary>What the path of each file begins with.</summary>
    public string PathPrefix { get; set; } = "";

    /// <summary>The files, one a set.</summary>
    [Output]
    public ITaskItem[] SetFiles { get; private set; } = [];

    /// <summary>The version of the package, and so of the tool that reads the files.</summary>
    [Output]
    public string ToolVersion { get; } = typeof(WriteDocSets).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0];

    /// <inheritdoc />
    public bool Execute()
    {
        var log = new ConfigurationLog(BuildEngine);
        var surfaces = new SurfaceItems(ApiSurfaces, ProjectFiles);
        var files = new List<ITaskItem>();
        IGrouping<string, ITaskItem>[] sets = CollectApiDocs.SetsOf(Docs);
        foreach ((IGrouping<string, ITaskItem> set, SetSurface surface) in
            sets.Zip(surfaces.Assign(sets), (set, surface) => (set, surface)))
        {
            string? file = surface.File ?? surface.Place;
            if ((surface.Problem ?? (file is null ? NoPlace(surface) : null)) is { } problem)
            {
                log.Error(ConfigurationLog.AcceptFails, new SourcePosition(ProjectFiles[0].ItemSpec), problem);
                continue;
            }

            string path = Path.GetFullPath($"{PathPrefix}{files.Count + 1}.txt");
            File.WriteAllLines(
                path,
                [
                    "project " + Path.GetDirectoryName(ProjectFiles[0].GetMetadata("FullPath")), "surface " + file,
                    .. Settings.Select(one => $"{one.Word} {set.First().GetMetadata(one.Metadata)}"),
                    .. surface.Pages.Select(page => "page " + page),
                ]);
            files.Add(new FileItem(path));
        }

        SetFiles = [.. files];
        return !log.HasErrors;
    }

    private static string NoPlace(SetSurface surface) =>
        $"The docs of {ConfigurationLog.Describe(surface.Api)} have no folder of their own that a surface file " +
        $"could stand beside. Name the file: {surface.ElementFor("docs.surface.txt")}.";
}
