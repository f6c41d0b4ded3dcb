using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the requests and responses of operations without annotations.</summary>
public class ResponseReaderTests
{
    private const string Fish = """
        # fish resource type

        ## Properties
        |Property|Type|Description|
        |:-|:-|:-|
        |id|String|Its id.|
        |length|Int32|In millimetres.|
        |caughtAt|DateTimeOffset|When.|

        <!-- {"blockType": "resource", "@odata.type": "pond.fish"} -->
        ```json
        {"id": "string", "length": 1, "caughtAt": "string (timestamp)"}
        ```
        """;

    [Fact]
    public void A_response_has_the_members_of_the_table_and_the_JSON_in_its_section()
    {
        LinkedDocs docs = Docs.Link(("docs/pond-weigh.md", """
            # pond: weigh

            ## HTTP request
            ```http
            POST /ponds/{id}/weigh
            ```

            ## Response
            ```json
            {"grams": 12, "note": "wet"}
            ```
            | Name  | Type  | Description |
            |:------|:------|:------------|
            | grams | Int32 | The weight. |
            """));

        ResponseShape response = docs.Operation("Ponds.Weigh").Response;
        Assert.Equal(("Value", "200"), (response.Case(), string.Join(',', response.Statuses)));
        Assert.Equal(["grams Int32", "note String"],
            docs.Type(response.ValueType!.Value.Name!).Properties.Select(p => $"{p.JsonName} {p.Type.Kind}"));
    }

    [Fact]
    public void A_response_with_exactly_the_members_of_one_resource_has_the_type_of_that_resource()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/fish.md", Fish),
            ("docs/pond-catch.md", Answering("""{"length": 12, "id": "7", "caughtAt": "2026-01-02T03:04:05Z"}""",
                action: "catch")),
            ("docs/pond-release.md", Answering("""{"length": 12, "id": "7"}""", action: "release")));

        Assert.Equal("Fish", docs.Operation("Ponds.Catch").Response.ValueType!.Value.Name);
        Assert.NotEqual("Fish", docs.Operation("Ponds.Release").Response.ValueType!.Value.Name);
    }

    [Theory]
    [InlineData("an Int32 in the response body", "2", nameof(TypeKind.Int32))]
    [InlineData("a Boolean in the response body", "true", nameof(TypeKind.Boolean))]
    [InlineData("a Stream in the response body", "\"bytes\"", nameof(TypeKind.String))]
    [InlineData("an answer in the response body", "2", nameof(TypeKind.Int64))]
    [InlineData("a DateTimeOffset in the response body", "{\"a\": 1}", nameof(TypeKind.Resource))]
    public void An_unannotated_value_has_the_primitive_type_that_the_prose_names(
        string prose, string value, string expected)
    {
        ParsedPage page = Docs.Read($$"""
            ## HTTP request
            ```http
            POST /ponds/{id}/count
            ```
            ## Response
            If successful, this action returns a `200 OK` response code and {{prose}}.

            ## Example
            ```http
            POST /ponds/{id}/count
            ```
            ```http
            HTTP/1.1 200 OK

            {"value": {{value}}}
            ```
            """);

        Assert.Equal(expected, Assert.Single(page.Model.Operations).Responses.Single().Body!.Kind.ToString());
    }

    [Fact]
    public void A_response_marked_as_ignored_is_read_if_the_page_has_no_other_response()
    {
        string Page(string block) => $$"""
            ## HTTP request
            ```http
            POST /ponds/{id}/fill
            ```
            ## Response
            If successful, this method returns `200 OK`.

            ## Example
            <!-- {"blockType": "ignored"} -->
            ```http
            HTTP/1.1 200 OK

            {"value": true}
            ```
            {{block}}
            """;
        const string Annotated = """
            <!-- {"blockType": "request"} -->
            ```http
            POST /ponds/{id}/fill
            ```
            <!-- {"blockType": "response", "@odata.type": "pond"} -->
            ```http
            HTTP/1.1 200 OK

            {"id": "1"}
            ```
            """;

        Assert.Equal(TypeKind.Boolean, Docs.Read(Page("")).Model.Operations.Single().Responses.Single().Body!.Kind);
        Assert.Equal("pond", Docs.Read(Page(Annotated)).Model.Operations.Single().Responses.Single().Body!.Name);
    }

    [Fact]
    public void Response_headers_take_their_summaries_from_the_table()
    {
        LinkedDocs docs = Docs.Link(("docs/pond-drain.md", """
            # pond: drain
            ## HTTP request
            ```http
            POST /ponds/{id}/drain
            ```
            ## Response headers
            |Name|Description|
            |:-|:-|
            |Water-Level|What is left.|
            |Content-Type|application/json|

            ## Example
            ```http
            POST /ponds/{id}/drain
            ```
            ```http
            HTTP/1.1 204 No Content
            Water-Level: 3
            Frogs: 7
            ```
            """));

        Assert.Equal(["Frogs: ", "Water-Level: What is left."],
            docs.Operation("Ponds.Drain").Response.Headers.Select(h => $"{h.WireName}: {h.Summary?.ToPlainText()}"));
    }

    [Fact]
    public void Braces_in_a_text_response_are_not_read_as_JSON()
    {
        ResponseDefinition response = Docs.Read(Answering("{token}", "text/plain")).Model.Operations.Single().Responses
            .Single();

        Assert.Equal((null, "text/plain"), (response.Body, response.ContentType));
    }

    [Fact]
    public void The_result_of_a_long_running_operation_has_the_type_on_the_page_of_its_status_URL()
    {
        const string Status = "Poll it to [get the status](fish-get.md).";
        LinkedDocs docs = Docs.Link(
            ("docs/fish.md", Fish),
            ("docs/fish-get.md", Answering("""{"id": "1"}""", verb: "GET", type: "pond.fish")),
            ("docs/pond-stock.md", $$"""
                ## HTTP request
                ```http
                POST /ponds/{id}/stock
                ```
                ## Response
                If successful, this method returns `202 Accepted` and an `Operation-Location` header. {{Status}}
                """));

        ResponseShape response = docs.Operation("Ponds.Stock").Response;
        Assert.Equal(("LongRunning", "Fish"), (response.Case(), response.ValueType!.Value.Name));
        Assert.Empty(response.Headers);
    }

    private static string Answering(string body, string mediaType = "application/json", string verb = "POST",
        string? type = null, string action = "x") => $$"""
        # Page

        <!-- {"blockType": "request"} -->
        ```http
        {{verb}} /ponds/{id}/{{action}}
        ```
        <!-- {"blockType": "response"{{(type is null ? "" : $", \"@odata.type\": \"{type}\"")}} } -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: {{mediaType}}

        {{body}}
        ```
        """;

    private static ResponseShape Caught(string returned, string listed = "fish-catch.md") => Docs.Link(
        ("docs/fish-catch.md", $$"""
            # fish: catch

            ## HTTP request
            ```http
            POST /ponds/{id}/fish/{id}/catch
            ```

            ## Response
            Returns `204 No Content`.

            ## Example
            <!-- {"blockType": "request", "name": "catch"} -->
            ```http
            POST https://api.example.com/ponds/1/fish/2/catch
            ```
            <!-- {"blockType": "response", "name": "catch", "@odata.type": "pond.boat"} -->
            ```http
            HTTP/1.1 204 No Content

            {}
            ```
            """),
        ("docs/fish.md", Fish + $$"""


            ## Methods
            |Method|Return type|Description|
            |:-|:-|:-|
            |[Catch]({{listed}})|{{returned}}|Catches it.|
            """),
        ("docs/boat.md", """
            <!-- {"blockType": "resource", "@odata.type": "pond.boat"} -->
            ```json
            {"id": "string"}
            ```
            """)).Operation("Fishes.Catch").Response;

    [Theory]
    [InlineData("[fish](fish.md)", "Value Fish")]
    [InlineData("fish", "Value Fish")]
    [InlineData("None", "Empty ")]
    [InlineData("Aucun", "Empty ")]
    [InlineData("", "Empty ")]
    [InlineData("-", "Empty ")]
    [InlineData("No Content", "Empty ")]
    [InlineData("No response body.", "Empty ")]
    [InlineData("A Location header", "Value Boat")]
    [InlineData("fish or boat", "Value Boat")]
    [InlineData("The derived, requested type of fish", "Value Boat")]
    [InlineData("[fish](fish.md) collection", "Value Boat")]
    [InlineData("[whale](whale.md)", "Value Boat")]
    public void The_methods_table_decides_the_type_of_a_204_response(string returned, string expected)
    {
        ResponseShape response = Caught(returned);

        Assert.Equal(expected, $"{response.Case()} {response.ValueType?.Name}");
        Assert.Equal([204], response.Statuses);
    }

    [Fact]
    public void A_204_response_outside_the_methods_table_keeps_its_annotated_type() =>
        Assert.Equal("Boat", Caught("None", listed: "other.md").ValueType?.Name);

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

    [Fact]
    public void A_response_that_is_a_JSON_array_is_a_collection()
    {
        Operation operation = Docs.Link(
            ("api/kite-list.md", Example("GET /kites/7") + "\n```http\nHTTP/1.1 200 OK\n\n[ { \"id\": 1 } ]\n```\n"))
            .Operation("Kites.List");

        Assert.Equal(TypeKind.Resource, Assert.IsType<ResponseShape.Collection>(operation.Response).Element.Kind);
    }
}
