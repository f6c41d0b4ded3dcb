using System.Runtime.CompilerServices;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>The project's settings for the set that a doc belongs to.</summary>
/// <param name="ExamplesOnly">Whether the project is a test project: the documented responses are emitted instead of a
/// client.</param>
/// <param name="XmlExamples">Whether documented requests are emitted as C# in the comments of the methods that send
/// them.</param>
internal sealed record DocSet(string Api, string Namespace, string ClientName, string ServiceRoot, string Include = "",
    string Exclude = "",
    bool ExamplesOnly = false, bool XmlExamples = false)
{
    /// <summary>
    /// The names for the emitted code. A configured name that is not an identifier is converted to one and reported.
    /// </summary>
    public ApiSettings ToSettings() => new(
        Api,
        string.Join(".", Namespace.Split('.')
            .Select(part => Identifiers.IsIdentifier(part)
                ? CSharpText.Identifier(part)
                : Identifiers.Pascal(part, "Api"))),
        ClassOf(ClientName));

    private static string ClassOf(string name)
    {
        if (CSharpText.IsTypeName(name))
            return name;
        string pascal = Identifiers.Pascal(name, "ApiClient");
        return CSharpText.IsTypeName(pascal) ? pascal : pascal + "Client";
    }

    /// <summary>
    /// Identifies the set and names the folder of its files. In upper case, because file systems may ignore case.
    /// </summary>
    public string Key { get; } = Identifiers.Pascal(Api, "").ToUpperInvariant();

    /// <summary>The set of a file, or null for a file that is not a doc. The package's targets mark docs.</summary>
    public static DocSet? Of(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        string Value(string name) =>
            metadata.TryGetValue("build_metadata.AdditionalFiles." + name, out string? value) ? value.Trim() : "";
        if (!Value("DocGenDoc").Equals("true", StringComparison.OrdinalIgnoreCase))
            return null;
        string api = Value("DocGenApi");
        string ns = Value("DocGenNamespace");
        string client = Value("DocGenClientName");
        return new DocSet(
            api,
            ns.Length == 0 ? "Api" : ns,
            client.Length == 0 ? (api.Length == 0 ? "ApiClient" : Identifiers.Pascal(api) + "Client") : client,
            Value("DocGenServiceRoot"),
            Value("DocGenInclude"),
            Value("DocGenExclude"),
            Value("DocGenExamplesOnly").Equals("true", StringComparison.OrdinalIgnoreCase),
            Value("DocGenXmlExamples").Equals("true", StringComparison.OrdinalIgnoreCase));
    }
}
