using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>The surface file of one doc set. <see cref="SurfaceAssignment"/> assigns it.</summary>
/// <param name="api">The set's name, or empty.</param>
/// <param name="pages">The full paths of its docs.</param>
/// <param name="named">The file that the project names for the set.</param>
/// <param name="projectFile">The full path of the project.</param>
internal sealed class SetSurface(string api, string[] pages, ITaskItem? named, string projectFile)
{
    public string Api => api;

    public string[] Pages => pages;

    public ITaskItem? Named => named;

    /// <summary>The file of the set, or null. If the project names the file, it may be missing.</summary>
    public string? File { get; set; }

    /// <summary>The default path of the file for a set without one; null if the docs determine no path.</summary>
    public string? Place { get; set; }

    /// <summary>
    /// A file that this set could have, and the other set that the file belongs to; null if there is no such file.
    /// </summary>
    public (string File, SetSurface Owner)? Contested { get; set; }

    /// <summary>The file of a single page of a set that now has several pages. It pins nothing for the set.</summary>
    public string? OutgrownFile { get; set; }

    /// <summary>
    /// The reason why a file beside the docs pins nothing for the set; else null. With such a reason, accepting would
    /// lose names.
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

    /// <summary>Returns the element that names a file for the set in the project file.</summary>
    public string ElementFor(string file)
    {
        string folder = Path.GetDirectoryName(projectFile) + Path.DirectorySeparatorChar;
        string include = file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length) : file;
        return $"<ApiSurface Include=\"{include}\"{(api.Length > 0 ? $" Api=\"{api}\"" : "")} />";
    }
}
