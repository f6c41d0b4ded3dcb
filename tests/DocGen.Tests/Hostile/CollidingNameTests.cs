using DocGen.Tests.Harness;

namespace DocGen.Tests.Hostile;

/// <summary>
/// Tests of names that collide in C# or in the docs. The search for a free name must continue where the last search
/// ended. Each attempt allocates a string, so the allocated bytes grow with the number of attempts.
/// </summary>
public class CollidingNameTests
{
    private const string Table = "|Name|Type|Description|\n|-|-|-|\n";

    private static readonly Dictionary<string, Func<int, (string Path, string Text)[]>> Collisions = new()
    {
        ["rows with the same name"] = n => Resource(Rows(n, _ => "part")),
        ["rows that differ in punctuation"] = n => Resource(Rows(n, Signs)),
        ["rows that begin with an underscore"] = n => Resource(Rows(n, i => $"_part{i}")),
        ["rows that differ in punctuation and in underscores"] = n =>
            Resource(Rows(n, i => new string('-', 1 + (i % 20)) + new string('_', i / 20) + "q")),
        ["rows with the names that other rows would get"] = n =>
            Resource(Rows(n / 2, i => i == 0 ? "part" : $"partValue{i + 1}")
                + Rows(n / 2, i => "part" + new string('-', i + 1))),
        ["members of JSON that differ in punctuation"] = n =>
            [("docs/thing.md",
                $"# thing\n\n<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"thing\"}} -->\n```json\n" +
                $"{{{string.Join(", ", Enumerable.Range(0, n).Select(i => $"\"{Signs(i)}\": 1"))}}}\n```\n")],
        ["members of an enum with the same name"] = n => Enum(Values(n, _ => "calm")),
        ["members of an enum that differ in case"] = n => Enum(Values(n, Cases)),
        ["options that differ in punctuation"] = n => Operation("GET", $"## Query parameters\n{Table}{Rows(n, Signs)}"),
        ["headers that differ in punctuation"] = n =>
            Operation("GET",
                "## Request headers\n" + Table
                    + Rows(n, i => new string('a', (i % 20) + 1) + new string('-', (i / 20) + 1))),
        ["members of a body that differ in signs"] = n =>
            Operation("POST", $"## Request body\n{Table}{Rows(n, Signs)}"),
        ["placeholders of one name"] = n =>
            [("docs/thing-get.md", $"# T\n\n```http\nGET {string.Concat(Enumerable.Repeat("/a/{b}", n / 10))}\n```\n")],
        ["ways to call that differ in signs"] = n =>
            [("docs/thing-get.md",
                $"# T\n\n## HTTP request\n```http\n{Concat(n, i => $"GET /a{Signs(i)}/{{id}}/things/{{b}}\n")}```\n")],
        ["operations of one name"] = n =>
            Pages(n, i => $"# Do\n\n## HTTP request\n```http\nPOST /a{i}/things/{{id}}/do\n```\n"),
        ["groups that differ in signs"] = n =>
            Pages(n, i => $"# Get\n\n## HTTP request\n```http\nGET /things{Signs(i)}/{{id}}\n```\n"),
        ["types of one name"] = n =>
            Pages(n,
                i =>
                    $"# thing\n\n<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"a{i}.thing\"}} -->\n" +
                    $"```json\n{{\"a\": 1}}\n```\n"),
        ["types of one name on one page"] = n =>
            [("docs/thing.md", "# thing\n\n"
                + Concat(n / 10,
                    i =>
                        $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"a{i}.thing\"}} -->\n```json\n" +
                        $"{{\"a\": 1}}\n```\n\n"))],
    };

    public static readonly TheoryData<string> Names = new(Collisions.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_many_names_take_at_most_three_times_the_allocations(string kind)
    {
        Work(Collisions[kind](200));
        long work = Work(Collisions[kind](1_000));

        long twice = Work(Collisions[kind](2_000));

        Assert.True(twice < 3 * work, $"{work:N0} bytes became {twice:N0}");
    }

    private static long Work((string Path, string Text)[] pages)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        LinkedDocs docs = Docs.Link(pages);
        long work = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.NotEmpty(docs.Files);
        return work;
    }

    /// <summary>
    /// Returns a different sequence of punctuation for each number. All sequences have the same length.
    /// </summary>
    private static string Signs(int number) =>
        new([.. Enumerable.Range(0, 4).Select(place => "~!^;"[number >> (2 * place) & 3]),
            (char)('\u2600' + (number >> 8))]);

    private static string Cases(int number) =>
        string.Concat("abcdefghijkl".Select(
            (letter, place) => (number >> place & 1) == 1 ? char.ToUpperInvariant(letter) : letter));

    private static string Rows(int count, Func<int, string> name) =>
        Concat(count, i => $"|{name(i)}|String|A part.|\n");

    private static string Values(int count, Func<int, string> name) => Concat(count, i => $"|{name(i)}|A value.|\n");

    private static string Concat(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(0, count).Select(text));

    private static (string, string)[] Resource(string rows) =>
        [("docs/thing.md",
            $"# thing resource type\n\n## Properties\n" +
            $"{Table.Replace("Name", "Property", StringComparison.Ordinal)}{rows}")];

    private static (string, string)[] Enum(string values) =>
        [("docs/mood.md", $"# mood enum\n\n## Members\n|Member|Description|\n|-|-|\n{values}")];

    private static (string, string)[] Operation(string method, string section) =>
        [("docs/thing-get.md", $"# Get thing\n\n## HTTP request\n```http\n{method} /things/{{id}}\n```\n\n{section}")];

    private static (string, string)[] Pages(int count, Func<int, string> text) =>
        [.. Enumerable.Range(0, count / 10).Select(i => ($"docs/page{i}.md", text(i)))];
}
