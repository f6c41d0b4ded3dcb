using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>A doc from the compiler. Documents are equal if they have the same path, set and content.</summary>
internal sealed class Document(string fullPath, string path, DocSet set, SourceText? text) : IEquatable<Document>
{
    public string FullPath { get; } = fullPath;

    /// <summary>The path relative to the project, with forward slashes.</summary>
    public string Path { get; } = path;

    public DocSet Set { get; } = set;

    /// <summary>The text, or null if the compiler could not decode the file.</summary>
    public SourceText? Text { get; } = text;

    public static Document? From(AdditionalText file, AnalyzerConfigOptionsProvider options,
        CancellationToken cancellationToken) =>
        DocSet.Of(file, options) is { } set
            ? new Document(file.Path, RelativePath(file.Path, options.GlobalOptions), set,
                file.GetText(cancellationToken))
            : null;

    /// <summary>Returns the parsed doc. Each text is parsed once.</summary>
    public ParsedPage Read(PipelineCache cache) => cache.Pages.Get(FullPath, (Text, Path));

    /// <summary>Returns the requests in the doc, if its set enables XML examples; else empty.</summary>
    public EquatableArray<RequestExample> ReadRequests(PipelineCache cache) =>
        Set.XmlExamples ? cache.Requests.Get(FullPath, (Text, Path)).All : default;

    public bool Equals(Document? other) =>
        other is not null && FullPath == other.FullPath && Path == other.Path && Set == other.Set
        && (Text is null ? other.Text is null : other.Text is not null && Text.ContentEquals(other.Text));

    public override bool Equals(object? obj) => Equals(obj as Document);

    public override int GetHashCode() => FullPath.GetHashCode();

    /// <summary>
    /// Returns the path relative to the project's folder. For a doc outside that folder, the path is relative to the
    /// nearest folder that contains both. So the output does not depend on the location of the checkout.
    /// </summary>
    private static string RelativePath(string file, AnalyzerConfigOptions options)
    {
        file = file.Replace('\\', '/');
        if (!options.TryGetValue("build_property.ProjectDir", out string? project))
            return file.TrimStart('/');
        string folder = project.Replace('\\', '/').TrimEnd('/') + "/";
        while (folder.Length > 1)
        {
            if (file.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
                return file.Substring(folder.Length);
            folder = folder.Substring(0, folder.LastIndexOf('/', folder.Length - 2) + 1);
        }

        return file.TrimStart('/');
    }
}
