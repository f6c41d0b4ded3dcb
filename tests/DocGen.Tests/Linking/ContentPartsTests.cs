using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of multipart bodies that have no JSON part.</summary>
public class ContentPartsTests
{
    private const string TextHeader = "## Request headers\n|Name|Description|\n|-|-|\n|Content-Type|`text/html`.|\n";

    private const string Page = """
        # Create page

        ## HTTP request
        ```http
        POST /sections/{id}/pages
        ```
        {headers}
        ## Response
        Returns `204 No Content`.
        ## Example
        <!-- {"blockType": "request", "name": "create"} -->
        ```http
        POST /sections/1/pages
        Content-Type: multipart/form-data; boundary=x

        --x
        Content-Disposition: form-data; name="Presentation"
        Content-Type: text/html

        <p/>
        --x
        Content-Disposition: form-data; name="imageBlock1"
        Content-Type: image/jpeg

        ...
        --x
        Content-Disposition: form-data; name="caption"

        Words
        --x--
        ```
        """;

    [Fact]
    public void A_part_with_the_documented_content_type_may_be_sent_alone()
    {
        RequestBody.ContentParts body = Body(TextHeader);

        Assert.Equal(("Content", "text/html", true), (body.Main!.Name, body.Main.MediaType, body.Main.IsRequired));
        Assert.Equal(("form-data", "Presentation"), (body.Subtype, body.MainPart));
        Assert.Equal(["imageBlock1 ImageBlock1 image/jpeg False", "caption Caption text/plain False"], Parts(body));
    }

    [Fact]
    public void A_multipart_example_marked_as_ignored_still_gives_the_parts() =>
        Assert.Equal(
            ["imageBlock1 ImageBlock1 image/jpeg False", "caption Caption text/plain False"],
            Parts(Body(("docs/section-post-pages.md", Page.Replace("{headers}", TextHeader, StringComparison.Ordinal)
                .Replace("\"request\", \"name\": \"create\"", "\"ignored\"", StringComparison.Ordinal)))));

    [Fact]
    public void The_part_in_another_example_may_be_sent_alone()
    {
        RequestBody.ContentParts body = Body(
            "## Request\n<!-- {\"blockType\": \"request\"} -->\n```http\nPOST /sections/1/pages\n" +
            "Content-Type: image/jpeg\n\nbytes\n```\n");

        Assert.Equal(("image/jpeg", "imageBlock1"), (body.Main!.MediaType, body.MainPart));
        Assert.Equal(["Presentation Presentation text/html False", "caption Caption text/plain False"], Parts(body));
    }

    [Fact]
    public void Each_part_is_required_without_a_header_table_and_another_example()
    {
        RequestBody.ContentParts body = Body("");

        Assert.Null(body.Main);
        Assert.Equal(["Presentation Presentation text/html True", "imageBlock1 ImageBlock1 image/jpeg True",
            "caption Caption text/plain True"], Parts(body));
    }

    private static IEnumerable<string> Parts(RequestBody.ContentParts body) =>
        body.Parts.Select(p => $"{p.PartName} {p.Name} {p.MediaType} {p.IsRequired}");

    private static RequestBody.ContentParts Body(string headers) =>
        Body(("docs/section-post-pages.md", Page.Replace("{headers}", headers, StringComparison.Ordinal)));

    private static RequestBody.ContentParts Body((string, string) page) =>
        Assert.IsType<RequestBody.ContentParts>(Docs.Link(page).Operation("Sections.CreatePage").Body);
}
