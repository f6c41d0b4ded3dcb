using System.Reflection;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Writes one file per doc set, with the pages, settings and surface file of the build. <c>docgen accept --set</c>
/// reads the file.
/// </summary>
public sealed class WriteDocSets : ITask
{
    /// <summary>
    /// The settings that affect names or the selection of docs, each with its key in the file and the name of its
    /// metadata.
    /// </summary>
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

    /// <summary>The docs from <see cref="CollectApiDocs"/>.</summary>
    public ITaskItem[] Docs { get; set; } = [];

    /// <summary>The surface files that the project names.</summary>
    public ITaskItem[] ApiSurfaces { get; set; } = [];

    /// <summary>The files that may contain items: the project first.</summary>
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary>The prefix of the path of each file.</summary>
    public string PathPrefix { get; set; } = "";

    /// <summary>The written files, one per set.</summary>
    [Output]
    public ITaskItem[] SetFiles { get; private set; } = [];

    /// <summary>The version of the package, and of the tool that reads the files.</summary>
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
        $"The docs of {ConfigurationLog.Describe(surface.Api)} have no common folder without the project in it, so " +
        $"the surface file has no default path. Name the file: {surface.ElementFor("docs.surface.txt")}.";
}
