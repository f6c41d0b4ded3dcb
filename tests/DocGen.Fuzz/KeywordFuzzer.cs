using System.Text.Json;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Fuzz;

/// <summary>
/// Uses C# keywords and identifiers of emitted code as names in docs and projects. The emitted code must compile, and
/// must send each name exactly as it is in the docs.
/// </summary>
public sealed class KeywordFuzzer : IFuzzer
{
    private static readonly string[] Words =
    [
        .. Enum.GetValues<SyntaxKind>()
            .Where(kind => SyntaxFacts.IsReservedKeyword(kind) || SyntaxFacts.IsContextualKeyword(kind))
            .Select(SyntaxFacts.GetText).Where(word => word.Length > 0 && char.IsLetter(word[0])).Distinct()
            .Order(StringComparer.Ordinal),
        // Keywords that are newer than the compiler of the tests.
        "field", "extension", "allows", "closed", "safe", "union",
        "_", "__arglist", "args", "value", "clone", "Clone", "equals", "getHashCode", "toString", "getType",
        "memberwiseClone", "finalize", "printMembers",
        "deconstruct", "equalityContract", "values", "hasFlag", "from", "bits", "bit", "bitWords", "headers", "query",
        "content", "body", "scopes", "method",
        "request", "response", "client", "options", "dispose", "sendAsync", "cancellationToken", "reader", "writer",
        "item", "system", "docGen", "task", "type",
        "object", "exception", "stream", "uri", "string", "nullable", "generatedCodeAttribute", "additionalProperties",
        "oDataType", "create", "createBody",
        "status", "location", "requestId", "uploadUrl", "hasValue", "isCompleted", "microsoft", "test", "apiClient",
        "apiClientOptions", "apiClientJson",
    ];

    private static readonly string[] NamesForProject = ["DocGenClientName", "DocGenNamespace", "DocGenApi"];

    public string Name => "keywords";

    public string Description => "C# keywords x every kind of name: emitted code compiles, names are sent unchanged";

    public Task<string> RunAsync(int seed, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var random = new Random(seed);
            string Word()
            {
                string word = Words[random.Next(Words.Length)];
                return random.Next(6) switch
                {
                    0 => char.ToUpperInvariant(word[0]) + word[1..],
                    1 => "_" + word,
                    2 => "@" + word,
                    _ => word
                };
            }

            (string, string)[] options = random.Next(2) == 0 ? []
                : [.. NamesForProject.Where(_ => random.Next(2) == 0)
                    .Select(name => (name, NameForProject(name, Word())))];
            string[] members = [.. Enumerable.Range(0, 4).Select(_ => Word())
                .Distinct(StringComparer.OrdinalIgnoreCase)];
            (string Path, string? Text)[] docs = [.. Docs(Word, members)];
            GeneratorSession session = EmittedClient.Of(docs, options);
            string all = string.Join('\n', session.Sources.Values);
            foreach (string member in members.Where((_, i) => IsText(i)))
            {
                if (!all.Contains(JsonSerializer.Serialize(member), StringComparison.Ordinal))
                    throw new FuzzFailureException(
                        $"'{member}' is lost.\n{string.Join('\n', docs)}\n" +
                        $"{string.Join('\n', session.Result.Diagnostics)}");
            }

            return session.Outcome();
        },
        cancellationToken);

    /// <summary>
    /// Returns whether a member is a string. The other members have a type whose name can be the name of a primitive
    /// type.
    /// </summary>
    private static bool IsText(int member) => member % 2 == 0;

    private static string NameForProject(string name, string word) =>
        name == "DocGenNamespace" ? $"Test.{word}.{word}" : word;

    private static IEnumerable<(string, string?)> Docs(Func<string> word, string[] members)
    {
        // A type name cannot start with "@", which the generator reports.
        string type = word().TrimStart('@');
        string other = word().TrimStart('@');
        string rows = string.Concat(
            members.Select((name, i) => $"|{Cell(name)}|{(IsText(i) ? "String" : other)}|A member.|\n"));
        yield return ("docs/type.md",
            $"# {Cell(type)} resource type\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n{rows}\n"
            + $"## JSON representation\n<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"words.{type}\"}} " +
                $"-->\n```json\n"
            + $"{{{string.Join(", ", members.Select(name => $"{JsonSerializer.Serialize(name)}: \"s\""))}}}\n```\n");
        yield return ("docs/enum.md",
            $"# {Cell(other)} enum\n\n## Members\n|Member|Description|\n|-|-|\n|{Cell(word())}|One.|\n" +
            $"|{Cell(word())}|Two.|\n|{Cell(word())}|Three.|\n");
        yield return ($"docs/{word()}-{word()}.md",
            $"# {Cell(word())} {Cell(word())}\n\n## HTTP request\n```http\n" +
            $"POST /{word()}/{{{word()}}}/{word()}/{{{word()}}}\n"
            + $"POST /{word()}/{word()}({word()}='{{{word()}}}',{word()}={{{word()}}})\n```\n\n"
            + $"## Request headers\n|Name|Type|Description|\n|-|-|-|\n" +
                $"|{word().Replace("@", "", StringComparison.Ordinal)}|String|A header.|\n\n"
            + $"## Query parameters\n|Name|Type|Description|\n|-|-|-|\n|{Cell(word())}|String|An option.|\n" +
                $"|${word()}|Int32|Another.|\n\n"
            + $"## Request body\n|Name|Type|Description|\n|-|-|-|\n|{Cell(word())}|{other}|A member.|\n" +
                $"|{Cell(word())}|{type}|A member.|\n\n"
            + $"## Response\nReturns `200 OK` and a [{type}](type.md).\n");
        yield return ($"docs/{word()}-get.md",
            $"# Get {Cell(word())}\n\n```http\nGET /{word()}/{{id}}\n```\n\n" +
            $"Returns `200 OK` and a [{type}](type.md).\n");
    }

    /// <summary>Escapes underscores, because two underscores in a table row would mean emphasis.</summary>
    private static string Cell(string name) => name.Replace("_", "\\_", StringComparison.Ordinal);
}
