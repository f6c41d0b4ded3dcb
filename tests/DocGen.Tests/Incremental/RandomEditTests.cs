using System.Runtime.CompilerServices;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>
/// What is remembered from one run to the next changes no result: after any edit a session says and emits what a fresh one does.
/// And it keeps nothing alive that no page says any more.
/// </summary>
public class RandomEditTests
{
    private const int Edits = 60;

    private static readonly string[] Paths =
        ["docs/boat.md", "docs/crew.md", "docs/harbor.md", "docs/mast.md", "docs/part.md", "docs/boat-get.md", "docs/crew-list.md", "docs/mast-create.md", "docs/notes.md"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_edit_all_is_as_in_a_fresh_run(int seed)
    {
        var writer = new PageWriter(seed);
        Dictionary<string, string> docs = Paths.ToDictionary(path => path, writer.Page);
        GeneratorSession session = Fresh(docs);
        for (int edit = 0; edit < Edits; edit++)
        {
            string path = writer.Pick(Paths);
            if (!docs.TryGetValue(path, out string? text))
            {
                docs[path] = writer.Page(path);
                session.Add(path, docs[path]);
            }
            else if (writer.OneIn(12) && docs.Count > 6)
            {
                docs.Remove(path);
                session.Remove(path);
            }
            else
            {
                docs[path] = writer.Edit(path, text);
                session.Set(path, docs[path]);
            }

            session.Run();
            GeneratorSession fresh = Fresh(docs);
            Assert.Equal(Report(fresh), Report(session));
            Assert.Equal(fresh.Sources, session.Sources);
        }
    }

    [Fact]
    public void A_hint_is_the_one_for_the_names_that_there_are()
    {
        string misspelt = "# Get gadget\n\nGets it.\n\n## HTTP request\n```http\nGET /gadgets/{id}\n```\n\n## Request body\n|Parameter|Type|Description|\n|-|-|-|\n|part|widgt|A part.|\n\n## Response\nReturns `204 No Content`.\n";
        GeneratorSession session = new GeneratorSession([("docs/gadget-get.md", misspelt.Replace("GET", "POST")), ("docs/lamp.md", Resource("lamp", "Bright.")), ("docs/widget.md", Resource("widget", "Small."))]).Run();
        Assert.Contains(Report(session), line => line.Contains("did you mean 'widget'?", StringComparison.Ordinal));

        session.Remove("docs/widget.md").Run();
        Assert.DoesNotContain(Report(session), line => line.Contains("did you mean", StringComparison.Ordinal));

        session.Set("docs/lamp.md", Resource("lamp", "Dim.")).Run();
        Assert.DoesNotContain(Report(session), line => line.Contains("did you mean", StringComparison.Ordinal));
    }

    // "a copy" sorts first, defines the type too, and so ends what was remembered of the page that did before.
    [Theory]
    [InlineData(5)]
    [InlineData(25)]
    public void Pages_that_were_edited_away_are_kept_by_nothing(int edits)
    {
        GeneratorSession session = new GeneratorSession(
            [("docs/boat.md", Resource("boat", "0")), ("docs/crew.md", Resource("crew", "0")), ("docs/mast.md", Resource("mast", "0"))]).Run();
        session.Set("docs/boat.md", Resource("boat", "1")).Run();
        session.Set("docs/mast.md", Resource("mast", "1")).Run();
        session.Add("docs/a copy.md", Resource("mast", "A copy.")).Run();
        List<WeakReference> pages = Edit(session, edits);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // The compiler's own tables hold the last run, and the one before until the next.
        Assert.InRange(pages.Count(page => page.IsAlive), 1, 4);
        GC.KeepAlive(session);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Edit(GeneratorSession session, int edits)
    {
        var pages = new List<WeakReference>();
        for (int edit = 2; edit < edits + 2; edit++)
        {
            string name = edit % 2 == 0 ? "boat" : "crew";
            session.Set($"docs/{name}.md", Resource(name, edit.ToString(System.Globalization.CultureInfo.InvariantCulture))).Run();
            pages.Add(new WeakReference(session.Outputs(TrackingNames.Models).Cast<PageOfSet>().Single(page => page.Model.Path == $"docs/{name}.md").Model));
        }

        return pages;
    }

    private static GeneratorSession Fresh(Dictionary<string, string> docs) => new GeneratorSession(docs.Select(doc => (doc.Key, (string?)doc.Value))).Run();

    private static string[] Report(GeneratorSession session) =>
        [.. session.Result.Diagnostics.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)];

    private static string Resource(string name, string words) =>
        $"# {name} resource type\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|size|Int32|{words}|\n\n## JSON representation\n"
        + $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"sea.{name}\"}} -->\n```json\n{{\"size\": 1}}\n```\n";

    /// <summary>Pages of a small world in which everything may name everything else, rightly or not.</summary>
    private sealed class PageWriter(int seed)
    {
        private static readonly string[] Members = ["size", "color", "owner", "mood", "status"];

        private readonly Random _random = new(seed);

        public string Pick(params string[] from) => from[_random.Next(from.Length)];

        public bool OneIn(int many) => _random.Next(many) == 0;

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

        public string Page(string path) => path.Split('/')[1].Split('.')[0] switch
        {
            "part" => "|Property|Type|Description|\n|-|-|-|\n" + Rows(),
            "notes" => "# Notes\n\nSee [one](boat.md#" + Pick("properties", "nowhere") + ").\n\n## " + Pick("Properties", "Other") + "\n\n[two](crew.md)\n",
            { } name when name.Contains('-', StringComparison.Ordinal) => Operation(Pick("boat", "crew", "harbor", "mast")),
            { } name => OneIn(5) ? Enum() : Resource(OneIn(5) ? Pick("boat", "sea.old.mast", "crw") : name),
        };

        private string Resource(string name) =>
            $"# {name} resource type\n\n{Pick("A thing.", "Inherits from [boat](boat.md).", "Inherits from [mast](mast.md).")}\n\n{Maybe("[!INCLUDE [x](part.md)]\n\n")}"
            + $"## Properties\n|Property|Type|Description|\n|-|-|-|\n{Rows()}\n"
            + Maybe("### mood values\n|Value|Description|\n|-|-|\n|calm|Flat.|\n|" + Pick("rough", "wild") + "|High.|\n\n")
            + Maybe("## Methods\n|Method|Return type|Description|\n|-|-|-|\n|[get](boat-get.md)|[crew](crew.md)|Gets.|\n\n")
            + $"## JSON representation\n<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"sea.{name}\"{Maybe(", \"openType\": true")}"
            + $"{Maybe(", \"baseType\": \"sea." + Pick("boat", "mast", "none") + "\"")}}} -->\n```json\n{Json()}\n```\n";

        private string Operation(string name)
        {
            bool creates = OneIn(2);
            return $"# {(creates ? "Create" : "Get")} {name}\n\nDoes it.\n\n## HTTP request\n```http\n{(creates ? $"POST /{name}s" : $"GET /{name}s/{{id}}")}\n```\n"
                + Maybe($"## Request body\n|Parameter|Type|Description|\n|-|-|-|\n{Rows()}\n")
                + $"## Response\nReturns `200 OK` and a [{Pick("boat", "crew", "crw", "mast")}]({Pick("boat", "crew", "notes")}.md).\n\n## Example\n"
                + $"<!-- {{\"blockType\":\"request\",\"name\":\"n{_random.Next(3)}\"}} -->\n```http\n{(creates ? $"POST https://sea.example.com/{name}s\nContent-Type: application/json\n\n{Json()}" : $"GET https://sea.example.com/{name}s/1")}\n```\n"
                + $"<!-- {{\"blockType\":\"response\"{Maybe(",\"@odata.type\":\"sea." + Pick("boat", "crew") + "\"")}}} -->\n```http\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{Json()}\n```\n";
        }

        private string Enum() => $"# mood enum\n\n## Members\n|Member|Description|\n|-|-|\n|calm|Flat.|\n|rough|{Pick("High.", "Higher.")}|\n{Maybe("|wild|Highest.|\n")}";

        private string Rows() => string.Concat(Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => Row() + "\n").DistinctBy(row => row.Split('|')[1]));

        private string Row() =>
            $"|{Pick(Members)}|{Pick("String", "Int32", "boat", "crew", "[crew](crew.md)", "mood", "maast", "Collection(mast)")}"
            + $"|{Pick("A thing.", "Possible values are: `calm`, `rough`, `wild`.", "Possible values are: `calm`, `rough`.", "Inherited from [boat](boat.md).")}|";

        private string Json() => "{" + string.Join(", ", Members.Where(_ => OneIn(2)).Select(name =>
            $"\"{name}\": {Pick("\"String\"", "1", "{\"size\": 1, \"color\": \"x\", \"owner\": \"y\"}", "[\"a\"]", "\"calm | rough\"")}")) + "}";

        private string Maybe(string text) => OneIn(2) ? text : "";
    }
}
