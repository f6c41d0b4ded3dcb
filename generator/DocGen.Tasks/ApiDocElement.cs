using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// An <c>ApiDoc</c> or <c>ApiSurface</c> element of a project file. The task reads the file, because MSBuild silently
/// drops a pattern that matches nothing.
/// </summary>
internal sealed class ApiDocElement
{
    private readonly XElement _element;
    private readonly string _file;
    private readonly string[] _includes;

    private ApiDocElement(XElement element, string file, string project)
    {
        _element = element;
        _file = file;
        IsInProject = file == project;
        string projectDirectory = Path.GetDirectoryName(project)!;
        // The task can't evaluate conditions, so conditional patterns are never reported as unmatched.
        bool isUnconditional = element.AncestorsAndSelf().All(node => node.Attribute("Condition") is null);
        _includes = [.. Split(element).Select(include => Expand(include, file, projectDirectory))];
        Patterns =
        [
            .. _includes
                .Where(include => isUnconditional && FilePattern.IsPattern(include))
                .Select(include => new FilePattern(include, projectDirectory)),
        ];
    }

    /// <summary>The wildcard patterns of the element, without those that contain properties or items.</summary>
    public FilePattern[] Patterns { get; }

    /// <summary>Whether the element is in the project file and not in a file that many projects import.</summary>
    public bool IsInProject { get; }

    public SourcePosition Position => PositionOf(_element);

    /// <summary>
    /// Reads the elements of one type that are outside of targets, from the files that exist. The first file is the
    /// project.
    /// </summary>
    public static ApiDocElement[] ReadAll(ITaskItem[] files, string type)
    {
        string project = files[0].GetMetadata("FullPath");
        return
        [
            .. files
                .Select(file => file.GetMetadata("FullPath"))
                .Where(File.Exists)
                .SelectMany(file => XDocument.Load(file, LoadOptions.SetLineInfo)
                    .Descendants()
                    .Where(element => element.Name.LocalName == type)
                    .Where(element => element.Ancestors().All(ancestor => ancestor.Name.LocalName != "Target"))
                    .Select(element => new ApiDocElement(element, file, project))),
        ];
    }

    /// <summary>Whether one of the element's includes equals this text.</summary>
    public bool Names(string include) => _includes.Contains(include, StringComparer.Ordinal);

    public bool HasMetadata(string name) => Find(name) is not null;

    public SourcePosition PositionOf(string metadata) => Find(metadata) is { } node ? PositionOf(node) : Position;

    private XObject? Find(string metadata) =>
        _element.Attributes().FirstOrDefault(attribute => IsNamed(attribute.Name, metadata)) as XObject
        ?? _element.Elements().FirstOrDefault(child => IsNamed(child.Name, metadata));

    private static bool IsNamed(XName name, string metadata) =>
        name.LocalName.Equals(metadata, StringComparison.OrdinalIgnoreCase);

    private SourcePosition PositionOf(IXmlLineInfo node) => new(_file, node.LineNumber, node.LinePosition);

    private static IEnumerable<string> Split(XElement element) => ((string?)element.Attribute("Include") ?? "")
        .Split([';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(include => include.Trim())
        .Where(include => include.Length > 0);

    private static string Expand(string include, string file, string projectDirectory) => include
        .Replace("$(MSBuildThisFileDirectory)", Path.GetDirectoryName(file) + "/")
        .Replace("$(MSBuildProjectDirectory)", projectDirectory);
}
