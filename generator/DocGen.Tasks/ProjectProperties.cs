using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Finds misspelt properties in the project files. MSBuild accepts any property, so a misspelt one has no effect and no
/// warning.
/// </summary>
internal static class ProjectProperties
{
    private const string Prefix = "DocGen";

    private static readonly string[] Known =
    [
        "DocGenNamespace", "DocGenClientName", "DocGenServiceRoot", "DocGenInclude", "DocGenExclude",
        "DocGenExamplesOnly", "DocGenXmlExamples", "DocGenWarningsAsErrors", "DocGenBuildMessage", "DocGenToolCommand",
        "DocGenTasksAssembly",
    ];

    /// <summary>
    /// Reports each property with a name that is nearly one of DocGen's. Other names may be the project's own.
    /// </summary>
    public static void ReportMisspelt(ITaskItem[] projectFiles, ConfigurationLog log)
    {
        foreach (string file in projectFiles.Select(file => file.GetMetadata("FullPath")).Where(File.Exists))
        {
            foreach (XElement property in XDocument.Load(file, LoadOptions.SetLineInfo).Descendants()
                .Where(element => element.Parent?.Name.LocalName == "PropertyGroup"))
            {
                string name = property.Name.LocalName;
                if (!name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                    || Known.Contains(name, StringComparer.OrdinalIgnoreCase)
                    || Suggestion.Nearest(name, Known) is not { } nearest)
                    continue;
                IXmlLineInfo at = property;
                log.Warning(
                    ConfigurationLog.UnknownMetadata,
                    new SourcePosition(file, at.LineNumber, at.LinePosition),
                    $"The property '{name}' has no effect; did you mean '{nearest}'?");
            }
        }
    }
}
