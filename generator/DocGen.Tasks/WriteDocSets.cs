using System.Reflection;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Writes each doc set of a project into a file for <c>docgen accept --set</c>: the pages, patterns and surface file that
/// the build uses.
/// </summary>
public sealed class WriteDocSets : ITask
{
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
        foreach (IGrouping<string, ITaskItem> set in CollectApiDocs.SetsOf(Docs))
        {
            string[] pages = [.. set.Select(doc => doc.GetMetadata("FullPath"))];
            string project = ProjectFiles[0].GetMetadata("FullPath");
            string? surface = surfaces.Of(set.Key)?.GetMetadata("FullPath")
                ?? SurfaceFile.Find(pages, project) ?? SurfaceFile.PlaceFor(pages, project);
            if (surface is null)
            {
                log.Error(
                    ConfigurationLog.AcceptFails, new SourcePosition(ProjectFiles[0].ItemSpec),
                    $"The docs of {ConfigurationLog.Describe(set.Key)} have no folder of their own that a surface file " +
                    "could stand beside. Name the file: " +
                    $"<ApiSurface Include=\"docs.surface.txt\"{(set.Key.Length > 0 ? $" Api=\"{set.Key}\"" : "")} />.");
                continue;
            }

            string path = Path.GetFullPath($"{PathPrefix}{files.Count + 1}.txt");
            File.WriteAllLines(
                path,
                [
                    "project " + Path.GetDirectoryName(project), "surface " + surface,
                    "include " + set.First().GetMetadata("DocGenInclude"),
                    "exclude " + set.First().GetMetadata("DocGenExclude"),
                    .. pages.Select(page => "page " + page),
                ]);
            files.Add(new FileItem(path));
        }

        SetFiles = [.. files];
        return !log.HasErrors;
    }
}
