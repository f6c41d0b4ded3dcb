using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Tests which files are read again after an edit of an included file, and where findings in the file are reported.
/// </summary>
public class IncludedPagesTests
{
    private const string Shared = "docs/includes/made.md";
    private const string Plain = "docs/includes/beta.md";

    private static readonly (string, string?)[] Pages =
    [
        ("docs/lamp.md", Resource("lamp", "[!INCLUDE [made](includes/made.md)]\n[!INCLUDE [beta](includes/beta.md)]")),
        ("docs/chair.md", Resource("chair", "[!include [made](~/includes/made.md)]")),
        ("docs/table.md", Resource("table", "[!INCLUDE [beta](includes/beta.md)]")),
        ("docs/lamp-get.md",
            "# Get lamp\n\n## HTTP request\n```http\nGET /lamps/{id}\n```\n## Response\n" +
            "Returns `200 OK` and a [lamp](lamp.md), with its [chair](chair.md) and [table](table.md).\n"),
        (Shared, "|Property|Type|Description|\n|-|-|-|\n|madeBy|String|Who made it.|\n"),
        (Plain, "This may change.\n"),
    ];

    [Fact]
    public void An_edit_of_an_included_file_reads_it_and_the_pages_that_include_it()
    {
        GeneratorSession session = Start();
        Assert.Contains("MadeBy", session.Sources["Lamp.g.cs"], StringComparison.Ordinal);
        Assert.Contains("MadeBy", session.Sources["Chair.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("MadeBy", session.Sources["Table.g.cs"], StringComparison.Ordinal);

        Dictionary<string, ParsedPage> before = Read(session);
        session.Edit(Shared, text => text.Replace("Who made it.", "Its maker.")).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Pages));
        Assert.Equal(["docs/chair.md", Shared, "docs/lamp.md"], ReadAgain(before, session));
        Assert.Equal(["Chair.g.cs", "Lamp.g.cs"], session.Touched);
        Assert.Contains("Its maker.", session.Sources["Chair.g.cs"], StringComparison.Ordinal);
        Assert.Empty(session.Problems());
    }

    [Fact]
    public void An_edit_of_an_included_file_without_a_table_reads_only_that_file()
    {
        GeneratorSession session = Start().Edit(Plain, text => text + "Or not.\n").Run();

        Assert.Equal((1, 0), session.Count(TrackingNames.Pages));
        Assert.Equal((0, 0), session.Count(TrackingNames.Apis));
        Assert.Empty(session.Touched);

        Dictionary<string, ParsedPage> before = Read(session);
        session.Edit(Plain, text => text + "\n|Property|Type|Description|\n|-|-|-|\n|more|String|More.|\n").Run();
        Assert.Equal([Plain, "docs/lamp.md", "docs/table.md"], ReadAgain(before, session));
        Assert.Equal(["Table.g.cs"], session.Touched);
    }

    [Fact]
    public void An_edit_of_a_page_without_includes_reads_no_included_file()
    {
        GeneratorSession session = Start();
        Dictionary<string, ParsedPage> before = Read(session);
        session.Edit("docs/lamp-get.md", text => text.Replace("GET /lamps", "GET /all/lamps")).Run();

        Assert.Equal(["docs/lamp-get.md"], ReadAgain(before, session));
        Assert.Equal(["Lamp.g.cs"], session.Touched);
    }

    [Fact]
    public void An_edit_of_a_page_with_includes_reads_only_that_page()
    {
        GeneratorSession session = Start();
        Dictionary<string, ParsedPage> before = Read(session);
        session.Edit("docs/lamp.md", text => text.Replace("Its size.", "How big.")).Run();
        Assert.Equal(["docs/lamp.md"], ReadAgain(before, session));
        Assert.Equal(["Lamp.g.cs"], session.Touched);

        session.Edit("docs/lamp.md", text => text + "\nWords that no output shows.\n").Run();
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void A_changed_option_reads_no_page_with_includes_again()
    {
        GeneratorSession session = Start();
        Dictionary<string, ParsedPage> before = Read(session);

        session.Configure("DocGenNamespace", "Other").Run();

        Assert.Empty(ReadAgain(before, session));
    }

    [Fact]
    public void A_missing_included_file_is_reported_until_it_is_restored()
    {
        GeneratorSession session = Start();
        SortedDictionary<string, string> before = session.Sources;

        session.Remove(Shared).Run();
        // The file of the client contains the number of pages.
        Assert.Equal(["ApiClient.g.cs", "Chair.g.cs", "Lamp.g.cs"], session.Touched);
        Assert.Contains("DG0501 lamp.md:4", session.Diagnostics);

        session.Add(Shared, Pages.Single(p => p.Item1 == Shared).Item2!).Run();
        Assert.Equal(before, session.Sources);
    }

    [Fact]
    public void Findings_in_an_included_file_are_reported_at_the_lines_of_that_file()
    {
        GeneratorSession session = Start()
            .Edit(Shared, text => text + "|weight|a b c|How heavy.|\n|maker|my.maker|Who.|\n").Run();

        // The type in line 4 is unclear, and the type in line 5 is undefined. The JSON on the two pages contains none
        // of the properties.
        Assert.Equal(
            ["DG0203 made.md:3", "DG0203 made.md:3", "DG0203 made.md:4", "DG0203 made.md:4", "DG0203 made.md:5",
                "DG0203 made.md:5", "DG0303 made.md:5", "DG0309 made.md:4"],
            session.Diagnostics.Where(d => d.Contains("made.md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(session.Diagnostics,
            d => d.StartsWith("DG0309 lamp.md", StringComparison.Ordinal)
                || d.StartsWith("DG0303 lamp.md", StringComparison.Ordinal));

        session.Edit(Shared, text => "\n" + text).Run();
        Assert.Contains("DG0303 made.md:6", session.Diagnostics);
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void Findings_in_an_included_file_are_reported_for_each_page_that_includes_it()
    {
        GeneratorSession session = Start();
        string[] before = Missing(session);
        Assert.Equal(2, before.Length);
        Assert.Contains("lamp", before[1], StringComparison.Ordinal);

        session.Edit("docs/lamp.md",
            text => text.Replace("{\"size\": \"String\"}", "{\"size\": \"String\", \"madeBy\": \"String\"}")).Run();
        Assert.Equal([before[0]], Missing(session));

        static string[] Missing(GeneratorSession session) => [.. session.Result.Diagnostics
            .Where(d => d.Id == "DG0203" && d.Location.GetLineSpan().Path.EndsWith("made.md", StringComparison.Ordinal))
            .Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
            .Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Suppressed_findings_in_an_included_file_are_not_reported()
    {
        GeneratorSession session = Start()
            .Edit(Shared, text => text
                + "\n<!-- {\"type\": \"#page.annotation\", \"suppressions\": [\"DG0203\"]} -->\n").Run();

        Assert.DoesNotContain(session.Diagnostics, d => d.Contains("made.md", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cycle_of_includes_is_reported_and_terminates()
    {
        GeneratorSession session = Start().Edit(Shared, text => text + "\n[!INCLUDE [beta](beta.md)]\n")
            .Edit(Plain, text => text + "\n[!INCLUDE [made](made.md)]\n").Run();

        Assert.Equal(["DG0505 beta.md:3", "DG0505 made.md:5"],
            session.Diagnostics.Where(d => d.StartsWith("DG0505", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Contains("MadeBy", session.Sources["Table.g.cs"], StringComparison.Ordinal);
        Assert.Empty(session.Problems());
    }

    [Fact]
    public void Any_sequence_of_edits_gives_the_same_result_as_a_fresh_run()
    {
        GeneratorSession session = Start();
        foreach ((string path, string? text) in Pages)
        {
            foreach (string? edited in (string?[])["", "# x\n\n[!INCLUDE [made](includes/made.md)]", null,
                text!.Replace("Who", "What", StringComparison.Ordinal), text])
            {
                var fresh = new GeneratorSession(Pages.Select(doc => doc.Item1 == path ? (path, edited) : doc)).Run();
                session.Set(path, edited).Run();
                Assert.Equal(fresh.Sources, session.Sources);
                Assert.Equal(fresh.Diagnostics.Order(StringComparer.Ordinal),
                    session.Diagnostics.Order(StringComparer.Ordinal));
            }
        }
    }

    /// <summary>Returns the last parsed version of each page, with the files that it includes.</summary>
    private static Dictionary<string, ParsedPage> Read(GeneratorSession session)
    {
        LinkedSets sets = session.Outputs(TrackingNames.Apis).Cast<LinkedSets>().Single();
        return session.Outputs(TrackingNames.Pages).Cast<Page>()
            .ToDictionary(page => page.Parsed.Model.Path, page => sets.Whole(page).Parsed);
    }

    private static IEnumerable<string> ReadAgain(Dictionary<string, ParsedPage> before, GeneratorSession session) =>
        Read(session).Where(page => !ReferenceEquals(page.Value, before[page.Key])).Select(page => page.Key)
            .Order(StringComparer.Ordinal);

    private static GeneratorSession Start() => new GeneratorSession(Pages).Run();

    private static string Resource(string name, string include) => $$"""
        # {{name}} resource type

        ## Properties
        {{include.Replace("\n", "\n\n", StringComparison.Ordinal)}}

        |Property|Type|Description|
        |-|-|-|
        |size|String|Its size.|

        <!-- {"blockType": "resource", "@odata.type": "my.{{name}}"} -->
        ```json
        {"size": "String"}
        ```
        """;
}
