using System.Runtime.InteropServices;

namespace DocGen.Tests.Incremental;

/// <summary>Creates random pages that refer to each other and include each other, correctly or not.</summary>
internal sealed class RandomPages(int seed)
{
    private static readonly string[] Members = ["size", "color", "owner", "mood", "status"];

    private readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public string Pick(params string[] from) => from[_random.Next(from.Length)];

    public bool OneIn(int many) => _random.Next(many) == 0;

    public void Shuffle<T>(List<T> items) => _random.Shuffle(CollectionsMarshal.AsSpan(items));

    /// <summary>Returns a new page for the path, or the old page with one line changed.</summary>
    public string Edit(string path, string text)
    {
        if (OneIn(3))
            return Page(path);
        string[] lines = text.Split('\n');
        int line = _random.Next(lines.Length);
        lines[line] = lines[line] switch
        {
            ['|', not '-', ..] when line > 0 && lines[line - 1].StartsWith("|-", StringComparison.Ordinal) => Row(),
            ['{', ..] => Json(),
            _ => lines[line] + " ",
        };
        return string.Join("\n", lines);
    }

    /// <summary>
    /// Returns a page whose kind (part, notes, operation, enum or resource) depends on its file name.
    /// </summary>
    public string Page(string path) => Path.GetFileNameWithoutExtension(path) switch
    {
        "part" => Part("includes/shared.md"),
        "shared" or "common" => Part("../part.md"),
        "notes" => Notes(),
        { } name when name.Contains('-', StringComparison.Ordinal) => Operation(Pick("boat", "crew", "harbor", "mast")),
        { } name => OneIn(5) ? Enum() : Resource(OneIn(5) ? Pick("boat", "sea.old.mast", "crw") : name),
    };

    private string Part(string other) =>
        $"|Property|Type|Description|\n|-|-|-|\n{Rows()}{Maybe($"\n[!INCLUDE [x]({other})]\n")}";

    private string Notes() =>
        $"# Notes\n\nSee [one](boat.md#{Pick("properties", "nowhere")}).\n\n"
        + $"## {Pick("Properties", "Other")}\n\n[two](crew.md)\n";

    private string Resource(string name)
    {
        string parent = Pick("A thing.", "Inherits from [boat](boat.md).", "Inherits from [mast](mast.md).");
        string open = Maybe(", \"openType\": true");
        string baseType = Maybe(", \"baseType\": \"sea." + Pick("boat", "mast", "none") + "\"");
        return $"# {name} resource type\n\n{parent}\n\n{Include()}"
            + $"## Properties\n|Property|Type|Description|\n|-|-|-|\n{Rows()}\n"
            + Maybe($"### mood values\n|Value|Description|\n|-|-|\n|calm|Flat.|\n|{Pick("rough", "wild")}|High.|\n\n")
            + Maybe(
                "## Methods\n|Method|Return type|Description|\n|-|-|-|\n"
                + "|[get](boat-get.md)|[crew](crew.md)|Gets.|\n\n")
            + "## JSON representation\n"
            + $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"sea.{name}\"{open}{baseType}}} -->\n"
            + $"```json\n{Json()}\n```\n";
    }

    private string Operation(string name)
    {
        bool creates = OneIn(2);
        string request = creates
            ? $"POST https://sea.example.com/{name}s\nContent-Type: application/json\n\n{Json()}"
            : $"GET https://sea.example.com/{name}s/1";
        string answer = Maybe(",\"@odata.type\":\"sea." + Pick("boat", "crew") + "\"");
        return $"# {(creates ? "Create" : "Get")} {name}\n\nDoes it.\n\n"
            + $"## HTTP request\n```http\n{(creates ? $"POST /{name}s" : $"GET /{name}s/{{id}}")}\n```\n"
            + Maybe($"## Request body\n|Parameter|Type|Description|\n|-|-|-|\n{Rows()}\n{Include()}")
            + "## Response\nReturns `200 OK` and a "
            + $"[{Pick("boat", "crew", "crw", "mast")}]({Pick("boat", "crew", "notes")}.md).\n\n## Example\n"
            + $"<!-- {{\"blockType\":\"request\",\"name\":\"n{_random.Next(3)}\"}} -->\n```http\n{request}\n```\n"
            + $"<!-- {{\"blockType\":\"response\"{answer}}} -->\n"
            + $"```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{Json()}\n```\n";
    }

    private string Enum() =>
        "# mood enum\n\n## Members\n|Member|Description|\n|-|-|\n|calm|Flat.|\n"
        + $"|rough|{Pick("High.", "Higher.")}|\n{Maybe("|wild|Highest.|\n")}";

    private string Include() =>
        Maybe($"[!INCLUDE [x]({Pick("part.md", "includes/shared.md", "includes/common.md")})]\n\n");

    private string Rows() =>
        string.Concat(Enumerable.Range(0, 1 + Next(4)).Select(_ => Row() + "\n").DistinctBy(row => row.Split('|')[1]));

    private string Row()
    {
        string name = Pick(Members);
        string type = Pick("String", "Int32", "boat", "crew", "[crew](crew.md)", "mood", "maast", "Collection(mast)");
        string words = Pick(
            "A thing.", "Possible values are: `calm`, `rough`, `wild`.", "Possible values are: `calm`, `rough`.",
            "Inherited from [boat](boat.md).");
        return $"|{name}|{type}|{words}|";
    }

    private string Json()
    {
        IEnumerable<string> members = Members.Where(_ => OneIn(2)).Select(name => $"\"{name}\": " + Pick(
            "\"String\"", "1", "{\"size\": 1, \"color\": \"x\", \"owner\": \"y\"}", "[\"a\"]", "\"calm | rough\""));
        return "{" + string.Join(", ", members) + "}";
    }

    private string Maybe(string text) => OneIn(2) ? text : "";
}
