using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of the names of operation groups to which several pages belong.</summary>
public class OperationGroupsTests
{
    [Fact]
    public void Groups_about_the_same_type_are_merged()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/harborboat.md", Resource("water.harborBoat")),
            ("docs/boat-get.md", Page("GET /boats/{id}", "Returns `200 OK` and a [harborBoat](harborboat.md).")),
            ("docs/harborboat-moor.md", Page("POST /boats/{id}/moor", "Returns `204 No Content`.")));

        Assert.Equal(["Boats.Get", "Boats.Moor"], docs.OperationNames);
        Assert.Equal(["DG0707 docs/harborboat-moor.md: Harborboats | Boats"], docs.Findings);
    }

    [Fact]
    public void A_group_takes_its_capitals_from_any_of_its_pages()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lakehouse-delete.md", Page("DELETE /lakehouses/{id}", "Returns `204 No Content`.")),
            ("docs/lakehouse-open.md", Page("POST /lakeHouses/{id}/open", "Returns `204 No Content`.")));

        Assert.Equal(["LakeHouses.Delete", "LakeHouses.Open"], docs.OperationNames);
        Assert.Equal(["DG0706 docs/lakehouse-delete.md: Lakehouses | LakeHouses"], docs.Findings);
    }

    private static string Page(string request, string response) =>
        $"# T\n\nWords.\n\n## HTTP request\n```http\n{request}\n```\n\n## Response\n{response}\n";

    private static string Resource(string name) =>
        $"# {name[(name.LastIndexOf('.') + 1)..]} resource type\n\nA thing.\n\n" +
        $"<!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"{name}\" }} -->\n```json\n" +
        $"{{ \"title\": \"String\" }}\n```\n";
}
