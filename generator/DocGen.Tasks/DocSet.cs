using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>The settings of an item's doc set, with all defaults. Each set becomes one client.</summary>
internal sealed class DocSet
{
    /// <summary>The metadata of an <c>ApiDoc</c> item that DocGen reads.</summary>
    public static readonly string[] MetadataNames = ["Api", "ClientName", "Namespace", "ServiceRoot"];

    // Metadata that IDEs, dotnet watch and the copy tasks of the SDK add to any item.
    private static readonly HashSet<string> CommonMetadataNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "AutoGen", "CopyToOutputDirectory", "CopyToPublishDirectory", "CustomToolNamespace", "DependentUpon",
        "DesignTime",
        "Generator", "LastGenOutput", "Link", "LinkBase", "Pack", "PackagePath", "SubType", "TargetPath", "Visible",
        "Watch",
    };

    private readonly string _namespace;
    private readonly string _clientName;
    private readonly string _serviceRoot;
    private readonly string _include;
    private readonly string _exclude;
    private readonly string _examplesOnly;
    private readonly string _xmlExamples;

    private DocSet(
        string api, string @namespace, string clientName, string serviceRoot, string include, string exclude,
        string examplesOnly, string xmlExamples)
    {
        Api = api;
        _namespace = @namespace;
        _clientName = clientName;
        _serviceRoot = serviceRoot;
        _include = include;
        _exclude = exclude;
        _examplesOnly = examplesOnly;
        _xmlExamples = xmlExamples;
    }

    /// <summary>The set's name; empty for the set without a name.</summary>
    public string Api { get; }

    public static DocSet Of(ITaskItem doc, CollectApiDocs defaults)
    {
        // The text of a child element may be on a separate line.
        string Metadata(string name) => doc.GetMetadata(name).Trim();
        string api = Metadata("Api");
        string root = FirstOf(defaults.Namespace.Trim(), ToNamespace(defaults.RootNamespace));
        return new DocSet(
            api,
            FirstOf(Metadata("Namespace"), api.Length == 0 ? root : $"{root}.{api}"),
            FirstOf(Metadata("ClientName"),
                FirstOf(defaults.ClientName.Trim(), api.Length == 0 ? "ApiClient" : $"{api}Client")),
            FirstOf(Metadata("ServiceRoot"), defaults.ServiceRoot.Trim()),
            Patterns(defaults.Include),
            Patterns(defaults.Exclude),
            defaults.ExamplesOnly ? "true" : "",
            defaults.XmlExamples ? "true" : "");
    }

    /// <summary>Whether items of any type may have the metadata. It is then not reported.</summary>
    public static bool IsCommonMetadata(string name) => CommonMetadataNames.Contains(name);

    /// <summary>
    /// The metadata that the compiler gets for each doc of the set. The keys are the names in the project file.
    /// </summary>
    public IEnumerable<KeyValuePair<string, string>> Values =>
    [
        new("Api", Api), new("Namespace", _namespace), new("ClientName", _clientName), new("ServiceRoot", _serviceRoot),
        new("Include", _include), new("Exclude", _exclude), new("ExamplesOnly", _examplesOnly),
        new("XmlExamples", _xmlExamples),
    ];

    public void WriteTo(ITaskItem file)
    {
        file.SetMetadata("DocGenDoc", "true");
        foreach (KeyValuePair<string, string> value in Values)
            file.SetMetadata("DocGen" + value.Key, value.Value);
    }

    /// <summary>
    /// Returns a legal namespace that is similar to <paramref name="text"/>, which is often a project's file name:
    /// <c>My_App._2</c> for <c>My-App.2</c>. Keywords don't change, because the generator escapes them.
    /// </summary>
    internal static string ToNamespace(string text)
    {
        IEnumerable<string> names = text
            .Split(['.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Regex.Replace(name, @"\W", "_"))
            .Select(name => char.IsDigit(name[0]) ? "_" + name : name);
        return FirstOf(string.Join(".", names), "ApiClients");
    }

    // The compiler reads the patterns from a file in which a semicolon begins a comment.
    private static string Patterns(string list) =>
        string.Join("|", list.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim())
            .Where(p => p.Length > 0));

    private static string FirstOf(string value, string otherwise) => value.Length > 0 ? value : otherwise;
}
