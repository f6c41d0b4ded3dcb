using System.Runtime.CompilerServices;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>The project's settings for the set of a doc.</summary>
/// <param name="ExamplesOnly">Whether the documented responses are emitted instead of a client, for a test
/// project.</param>
/// <param name="XmlExamples">Whether the comment of a method contains the method's documented requests as C#.</param>
internal sealed record DocSet(string Api, string Namespace, string ClientName, string ServiceRoot, string Include = "",
    string Exclude = "",
    bool ExamplesOnly = false, bool XmlExamples = false)
{
    /// <summary>
    /// Returns the names for the emitted code. A configured name that is not an identifier is converted to an
    /// identifier. Another step reports it.
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
    /// Identifies the set. Two sets whose names differ only in case have the same key, because their folders would be
    /// the same if the file system ignores case.
    /// </summary>
    public string Key { get; } = Identifiers.Pascal(Api, "").ToUpperInvariant();

    /// <summary>
    /// Returns the set of a file, or null if the file is not a doc. The package's targets mark docs with metadata.
    /// </summary>
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
