using DocGen.Corpus;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Names that several pages give together, and that none takes away.</summary>
public class GroupNameTests
{
    [Fact]
    public void Groups_of_one_type_are_one()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/harborboat.md", Resource("water.harborBoat")),
            ("docs/boat-get.md", Page("GET /boats/{id}", "Returns `200 OK` and a [harborBoat](harborboat.md).")),
            ("docs/harborboat-moor.md", Page("POST /boats/{id}/moor", "Returns `204 No Content`.")));

        Assert.Equal(["Boats.Get", "Boats.Moor"], docs.OperationNames);
        Assert.Equal(["DG0707 docs/harborboat-moor.md: Harborboats | Boats"], docs.Findings);
    }

    [Fact]
    public void A_group_has_the_capitals_of_any_of_its_pages()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lakehouse-delete.md", Page("DELETE /lakehouses/{id}", "Returns `204 No Content`.")),
            ("docs/lakehouse-open.md", Page("POST /lakeHouses/{id}/open", "Returns `204 No Content`.")));

        Assert.Equal(["LakeHouses.Delete", "LakeHouses.Open"], docs.OperationNames);
        Assert.Equal(["DG0706 docs/lakehouse-delete.md: Lakehouses | LakeHouses"], docs.Findings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_type_of_another_namespace_keeps_its_name(bool isThere)
    {
        (string, string)[] other = isThere ? [("docs/endpoint.md", Resource("net.main.endpoint"))] : [];
        LinkedDocs docs = Docs.Link(
            [
                ("docs/a.md", Resource("net.main.a")), ("docs/b.md", Resource("net.main.b")), .. other,
                ("docs/calls-endpoint.md", Resource("net.main.callLogs.endpoint")),
                ("docs/calls-log.md", Resource("net.main.callLogs.callLog")),
            ]);

        Assert.Equal(
            ["CallLog", "CallLogsEndpoint"],
            docs.Files.SelectMany(file => file.Types)
                .Where(type => type.ODataName!.Contains("callLogs", StringComparison.Ordinal)).Select(type => type.Name)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_page_of_the_apidocs_renames_what_another_has()
    {
        var stability = NameStability.Of([DocFolders.ApiDocsFolder], int.MaxValue, seed: 1);

        Assert.InRange(stability.Pages, 40, 100);
        Assert.Empty(stability.Types);
        Assert.Empty(stability.Operations);
        Assert.Empty(stability.Differences);
    }

    [Fact]
    public void The_apidocs_have_no_name_that_reads_badly() =>
        Assert.All(NameCensus.Of(CorpusRun.NamesOf([DocFolders.ApiDocsFolder])), found => Assert.Empty(found.Value));

    private static string Page(string request, string response) =>
        $"# T\n\nWords.\n\n## HTTP request\n```http\n{request}\n```\n\n## Response\n{response}\n";

    private static string Resource(string name) =>
        $"# {name[(name.LastIndexOf('.') + 1)..]} resource type\n\nA thing.\n\n" +
        $"<!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"{name}\" }} -->\n```json\n" +
        $"{{ \"title\": \"String\" }}\n```\n";
}
