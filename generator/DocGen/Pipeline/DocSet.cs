using System.Runtime.CompilerServices;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>What the project says of the set a doc belongs to.</summary>
/// <param name="ExamplesOnly">The project is one of tests: the answers that the docs show are emitted, and no
/// client.</param>
/// <param name="XmlExamples">The requests that the docs show stand as C# in the comments of the methods that send
/// them.</param>
internal sealed record DocSet(string Api, string Namespace, string ClientName, string ServiceRoot, string Include = "",
    string Exclude = "",
    bool ExamplesOnly = false, bool XmlExamples = false)
{
    /// <summary>The names that code is emitted with; a configured name that is no identifier is made one, and
    /// reported.</summary>
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

    /// <summary>What tells sets apart: their files go into a folder of this name, which no file system need tell from
    /// another by case.</summary>
    public string Key { get; } = Identifiers.Pascal(Api, "").ToUpperInvariant();

    /// <summary>The set of a file, or null for a file that is no doc: the package's targets mark docs.</summary>
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
