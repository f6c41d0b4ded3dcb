using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the annotation keys that specify how a collection is paged.</summary>
public class PagingAnnotationTests
{
    private const string Page = """
        # Get a kite

        Reads a kite.

        ## HTTP request

        ```http
        GET /kites/{kite-id}
        ```

        ## Response

        If successful, this method returns a `200 OK` response code.

        """;

    private static string Example(string request) => Page + "\n## Example\n\n```http\n" + request + "\n```\n";

    [Theory]
    [InlineData("\"nextPage\": \"paging.next\"", "NextUrl paging.next ")]
    [InlineData("\"nextPage\": \"meta.next\", \"cursorParameter\": \"after\"", "Cursor meta.next after")]
    [InlineData("\"pageParameter\": \"page\"", "Number  page")]
    [InlineData("\"offsetParameter\": \"from\"", "Offset  from")]
    [InlineData("\"truncated\": true", "NextUrl next ")]
    public void An_annotation_decides_the_paging_of_a_collection(string key, string expected)
    {
        string text = Example("GET /kites/7")
            + "\n<!-- { \"blockType\": \"response\", \"isCollection\": true, \"collectionProperty\": \"kites\", " + key
            + " } -->\n\n```http\nHTTP/1.1 200 OK\n\n" +
                "{ \"kites\": [ { \"id\": 1 } ], \"next\": \"https://sky.example.com/kites?after=1\" }\n```\n";

        Paging? paging = Assert.IsType<ResponseShape.Collection>(
            Docs.Link(("api/kite-list.md", text)).Operation("Kites.List").Response).Paging;
        Assert.Equal(expected, $"{paging?.Kind} {paging?.Path} {paging?.Parameter}");
    }
}
