using DocGen.Tests.Harness;

namespace DocGen.Fuzz;

/// <summary>
/// Generates URLs of collections whose names differ only in characters that C# names cannot have. No operation may be
/// lost, and the emitted code must compile.
/// </summary>
public sealed class GroupNameFuzzer : IFuzzer
{
    private static readonly string[] Stems =
    [
        "event", "status", "data", "datum", "series", "person", "people", "child", "children", "news", "settings",
        "index", "indices", "matrix",
        "analysis", "box", "bus", "address", "media", "photo", "movie", "class", "object", "system", "task", "string",
        "item", "items", "list",
        "file", "api", "client", "response", "request", "calendarView", "onlineMeeting", "x", "1st", "s", "es",
        "\u00e9l\u00e8ve", "\u0130tem", "\u0131tem",
        "user's", "root", "drive", "docGen", "apiClient", "apiClientOptions", "operation", "operations", "dispose",
        "send", "test",
    ];

    private static readonly string[] Suffixes =
    [
        "", "s", "es", "S", "-", "_", ".", "~", "!", "+", "*", "'", "-s", "_s", ".s", "()", "(a=1)", "%20", "%20x",
        "Ex", "1", "-1", "_1", "ies", "ses",
        "sses", "Operations", "Resource", "Request", "Response", "Collection", "Async",
    ];

    public string Name => "names";

    public string Description => "group names x suffixes: no operation is lost, emitted code compiles";

    public Task<string> RunAsync(int seed, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var random = new Random(seed);
            var docs = new List<(string Path, string? Text)>();
            var urls = new List<string>();
            string stem = Stems[random.Next(Stems.Length)];
            for (int i = 0; i < 6; i++)
            {
                if (random.Next(4) == 0)
                    stem = Stems[random.Next(Stems.Length)];
                string name = Case(random, stem) + Suffixes[random.Next(Suffixes.Length)];
                string mark = $"mark{i}";
                (string method, string url) = random.Next(4) switch
                {
                    0 => ("POST", $"/{mark}/{name}/{{id}}/accept"),
                    1 => ("DELETE", $"/{mark}/{{a}}/{name}/{{id}}"),
                    2 => ("GET", $"/{mark}/{name}"),
                    _ => ("GET", $"/{mark}/{name}/{{id}}"),
                };
                string file = random.Next(2) == 0 ? $"page{i}" : $"{i}/{name.Replace('/', '-').Replace('%', '-')}-get";
                docs.Add(($"docs/{file}.md", $"# Page\n\n```http\n{method} {url}\n```\n"));
                urls.Add(mark);
            }

            GeneratorSession session = EmittedClient.Of(docs);
            string all = string.Join('\n', session.Sources.Values);
            string[] lost = [.. urls.Where(mark => !all.Contains($"/{mark}/", StringComparison.Ordinal))];
            return lost.Length == 0 || session.Result.Diagnostics.Any(d => d.Id is "DG0401" or "DG0417")
                ? session.Outcome()
                : throw new FuzzFailureException(
                    $"Lost: {string.Join(", ", lost)}\n{string.Join('\n', docs)}\n" +
                    $"{string.Join('\n', session.Result.Diagnostics)}");
        },
        cancellationToken);

    private static string Case(Random random, string stem) => random.Next(5) switch
    {
        0 => stem.ToUpperInvariant(),
        1 => char.ToUpperInvariant(stem[0]) + stem[1..],
        _ => stem,
    };
}
