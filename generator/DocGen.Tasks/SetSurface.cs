using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>The surface file of one doc set, as <see cref="SurfaceAssignment"/> assigns it.</summary>
/// <param name="api">The set's name, or empty.</param>
/// <param name="pages">The full paths of its docs.</param>
/// <param name="named">The file that the project names for the set.</param>
/// <param name="projectFile">The full path of the project.</param>
internal sealed class SetSurface(string api, string[] pages, ITaskItem? named, string projectFile)
{
    public string Api => api;

    public string[] Pages => pages;

    public ITaskItem? Named => named;

    /// <summary>The file of the set, or null. A file that the project names need not exist.</summary>
    public string? File { get; set; }

    /// <summary>The path for the file of a set without one; null if its docs determine none.</summary>
    public string? Place { get; set; }

    /// <summary>
    /// The file to which this set and another have an equal claim, and the other set, which gets it; else null.
    /// </summary>
    public (string File, SetSurface Owner)? Contested { get; set; }

    /// <summary>The file of a single page of a set that now has several pages. It pins nothing for the set.</summary>
    public string? OutgrownFile { get; set; }

    /// <summary>
    /// The reason why a file beside the docs pins nothing for the set, so that accepting would lose names; else null.
    /// </summary>
    public string? Problem
    {
        get
        {
            string set = ConfigurationLog.Describe(api);
            if (Contested is var (file, owner))
            {
                string element = ElementFor((api.Length == 0 ? "api" : api) + ".surface.txt");
                string wrong = System.IO.File.Exists(file) ? $"pins nothing for {set}" : $"can't also be for {set}";
                return $"The surface file '{file}' {wrong}: it belongs to {ConfigurationLog.Describe(owner.Api)}. " +
                    $"A file can serve only one set. Name another file in the project: {element}.";
            }

            return OutgrownFile is null ? null
                : $"The surface file '{OutgrownFile}' pins nothing: it belongs to one page, and {set} has " +
                $"{pages.Length}. " +
                $"{(Place is null ? "Remove it" : $"Rename it to '{Place}', remove it")}, or name it " +
                $"in the project: {ElementFor(OutgrownFile)}.";
        }
    }

    /// <summary>The project element that names a file for the set.</summary>
    public string ElementFor(string file)
    {
        string folder = Path.GetDirectoryName(projectFile) + Path.DirectorySeparatorChar;
        string include = file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length) : file;
        return $"<ApiSurface Include=\"{include}\"{(api.Length > 0 ? $" Api=\"{api}\"" : "")} />";
    }
}
