using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>The surface file of one doc set of a project, as <see cref="SurfaceAssignment"/> gives it.</summary>
/// <param name="api">The set's name, or empty.</param>
/// <param name="pages">The full paths of its docs.</param>
/// <param name="named">The file that the project names for the set.</param>
/// <param name="projectFile">The full path of the project.</param>
internal sealed class SetSurface(string api, string[] pages, ITaskItem? named, string projectFile)
{
    public string Api => api;

    public string[] Pages => pages;

    public ITaskItem? Named => named;

    /// <summary>The file that the set has; null where it has none. One that the project names need not exist.</summary>
    public string? File { get; set; }

    /// <summary>Where a set without a file gets one; null where no place follows from its docs.</summary>
    public string? Place { get; set; }

    /// <summary>
    /// The file that another set has with the same right, and that set: this one has none then. Null for most sets.
    /// </summary>
    public (string File, SetSurface Owner)? Contested { get; set; }

    /// <summary>The file of one page of a set that has more of them by now: it pins nothing for the set.</summary>
    public string? OutgrownFile { get; set; }

    /// <summary>
    /// Why a file beside the docs pins nothing for the set, and why accepting would lose names; null where all is well.
    /// </summary>
    public string? Problem
    {
        get
        {
            string set = ConfigurationLog.Describe(api);
            if (Contested is var (file, owner))
            {
                string element = ElementFor((api.Length == 0 ? "api" : api) + ".surface.txt");
                string wrong = System.IO.File.Exists(file) ? $"pins nothing of {set}" : $"can't be of {set}, too";
                return $"The surface file '{file}' {wrong}: it is of {ConfigurationLog.Describe(owner.Api)}. " +
                    $"A file serves one set of docs. Name another in the project: {element}.";
            }

            return OutgrownFile is null ? null
                : $"The surface file '{OutgrownFile}' pins nothing: it is of one page, and {set} has {pages.Length}. " +
                $"{(Place is null ? "Remove it" : $"Rename it to '{Place}', remove it")}, or name it " +
                $"in the project: {ElementFor(OutgrownFile)}.";
        }
    }

    /// <summary>What a project has to name a file for the set.</summary>
    public string ElementFor(string file)
    {
        string folder = Path.GetDirectoryName(projectFile) + Path.DirectorySeparatorChar;
        string include = file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length) : file;
        return $"<ApiSurface Include=\"{include}\"{(api.Length > 0 ? $" Api=\"{api}\"" : "")} />";
    }
}
