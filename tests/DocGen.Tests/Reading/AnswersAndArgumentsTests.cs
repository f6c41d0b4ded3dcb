using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>What an operation takes and answers, where no annotation says it.</summary>
public class AnswersAndArgumentsTests
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
    public void An_answer_is_read_from_the_table_and_the_JSON_in_the_text_on_the_response()
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
    public void An_answer_with_exactly_the_members_of_one_resource_is_that_resource()
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
    public void A_bare_value_has_the_primitive_type_that_the_prose_names(string prose, string value, string expected)
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
    public void An_ignored_response_answers_for_a_page_that_shows_no_other()
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
    public void Headers_that_a_table_says_are_answered_are_documented_members_of_the_response()
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
    public void Braces_in_a_text_answer_are_no_JSON()
    {
        ResponseDefinition response = Docs.Read(Answering("{token}", "text/plain")).Model.Operations.Single().Responses
            .Single();

        Assert.Equal((null, "text/plain"), (response.Body, response.ContentType));
    }

    [Fact]
    public void A_job_is_watched_where_the_prose_says_and_ends_as_what_the_page_on_watching_gets()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/fish.md", Fish),
            ("docs/fish-get.md", Answering("""{"id": "1"}""", verb: "GET", type: "pond.fish")),
            ("docs/pond-stock.md", """
                ## HTTP request
                ```http
                POST /ponds/{id}/stock
                ```
                ## Response
                If successful, this method returns `202 Accepted` and an `Operation-Location` header. Poll it to [get the status](fish-get.md).
                """));

        ResponseShape response = docs.Operation("Ponds.Stock").Response;
        Assert.Equal(("LongRunning", "Fish"), (response.Case(), response.ValueType!.Value.Name));
        Assert.Empty(response.Headers);
    }

    [Fact]
    public void The_prose_tells_an_actions_parameters_from_a_resources_properties()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/pond.md", """
                # pond resource type
                <!-- {"blockType": "resource", "@odata.type": "pond.pond"} -->
                ```json
                {"name": "string", "parentReference": "string", "depth": 1}
                ```
                """),
            ("docs/pond-drain.md", """
                # Drain a pond
                ## HTTP request
                ```http
                POST /ponds/{id}/drain
                ```
                ## Request body
                Provide a JSON object with the following parameters.

                |Name|Value|Description|
                |:-|:-|:-|
                |parentReference|string|Where to.|
                |name|string|Of the copy.|
                """));

        RequestBody.Json body = docs.Operation("Ponds.Drain").Body!.JsonObject!;
        Assert.Null(body.Resource);
        Assert.Equal(["name", "parentReference"], body.Members.Select(m => m.JsonName));
    }

    [Fact]
    public void Parameters_that_only_the_prose_mentions_are_typed_by_their_names()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/fish.md", Fish),
            ("docs/fish-tag.md", """
                # fish: tag
                - Give the `fish` parameter or the `length` parameter, but not the `why` parameter.
                - The `id` and `name` parameters of a tag are its own.

                ## HTTP request
                ```http
                POST /fish/{id}/tag
                ```
                """));

        Assert.Equal(["fish Resource", "length Int32", "why Json"],
            docs.Operation("Fishes.Tag").Body!.JsonObject!.Members.Select(m => $"{m.JsonName} {m.Type.Kind}"));
    }

    [Fact]
    public void A_table_describes_the_items_of_the_one_list_that_is_sent()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/fish.md", Fish),
            ("docs/pond-add-fish.md", """
                ## HTTP request
                ```http
                POST /ponds/{id}/fish/add
                ```
                ## Request body
                |Name|Value|Description|
                |:-|:-|:-|
                |id|string|The fish's id.|

                ## Example
                <!-- {"blockType": "request"} -->
                ```http
                POST /ponds/{id}/fish/add

                {"value": [{"id": "1"}, {"id": "2"}]}
                ```
                <!-- {"blockType": "response", "@odata.type": "pond.fish", "isCollection": true} -->
                ```http
                HTTP/1.1 200 OK

                {"value": [{"id": "1"}]}
                ```
                """));

        BodyMember member = Assert.Single(docs.Operation("Ponds.AddFish").Body!.JsonObject!.Members);
        Assert.Equal("value Collection(Fish)", $"{member.JsonName} {member.Type}");
    }

    [Theory]
    [InlineData("sort(by={by})", "by", "order", nameof(TypeKind.Enum))]
    [InlineData("sort(by=pond.order'{by}')", "", "", nameof(TypeKind.Enum))]
    [InlineData("sort(by='{by}')", "by", "order", nameof(TypeKind.Enum))]
    [InlineData("sort(by='2026-01-01')", "by", "string (timestamp)", nameof(TypeKind.String))]
    [InlineData("sort(by=2026-01-01)", "by", "string (timestamp)", nameof(TypeKind.DateTimeOffset))]
    [InlineData("sort(by={by})", "by", "unheardOf", nameof(TypeKind.String))]
    public void An_argument_has_the_type_of_its_row_or_its_literal(string function, string row, string type,
        string expected)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/enums.md", """
                ### order values
                |Member|
                |:-|
                |up|
                |down|
                """),
            ("docs/pond-sort.md", $$"""
                ## HTTP request
                ```http
                GET /ponds/{id}/{{function}}
                ```
                ## Function parameters
                |Property|Type|Description|
                |:-|:-|:-|
                |{{row}}|{{type}}|The order.|
                """));

        OptionParameter argument = Assert.Single(docs.Operation("Ponds.Sort").Options);
        Assert.Equal((OptionLocation.Function, expected), (argument.Location, argument.Type.Kind.ToString()));
    }

    [Theory]
    [InlineData("getHeaviest", "GET /ponds/7/getHeaviest", true)]
    [InlineData("fishes", "GET /ponds/7/fishes", false)]
    [InlineData("fishes", "GET /ponds/7/fishes(size=3)", true)]
    [InlineData("fishes", "GET /ponds/7/fishes\nContent-Type: application/json\n\n{ \"size\": 3 }", true)]
    public void A_table_of_parameters_has_a_functions_arguments_only_where_something_calls_it(string word,
        string example, bool isArgument)
    {
        LinkedDocs docs = Docs.Link(("docs/pond-list-" + word + ".md", $"""
            # List {word}

            ## HTTP request
            ```http
            GET /ponds/{"{id}"}/{word}
            ```

            ## Parameters
            | Name | Type  | Description |
            |:-----|:------|:------------|
            | size | Int32 | The least.  |

            ## Example
            <!-- {"{"}"blockType": "request", "name": "n"{"}"} -->
            ```http
            {example}
            ```
            <!-- {"{"}"blockType": "response"{"}"} -->
            ```http
            HTTP/1.1 200 OK
            ```
            """));

        Operation operation = docs.Files.Select(file => file.Operations).OfType<OperationGroup>().Single().Operations
            .Single();
        Assert.Equal(isArgument, operation.Options.Any(option => option.Location == OptionLocation.Function));
        Assert.Null(operation.Body);
    }

    [Fact]
    public void A_second_request_behind_a_GET_is_no_body()
    {
        Operation operation = Docs.Link(("docs/pond-list-fish.md", """
            # List fish

            ## HTTP request
            ```http
            GET /me/fish
            GET /ponds/{id}/fish
            ```

            ## Example
            <!-- {"blockType": "request", "name": "n"} -->
            ```http
            GET https://x.example/v1/me/fish

            GET https://x.example/v1/ponds/7/fish
            ```
            <!-- {"blockType": "response"} -->
            ```http
            HTTP/1.1 200 OK
            ```
            """)).Operation("Ponds.ListFish");

        Assert.Null(operation.Body);
    }

    [Fact]
    public void An_example_that_ends_in_the_pages_name_is_called_where_the_templates_are_anothers()
    {
        LinkedDocs docs = Docs.Link(("docs/pond-addlocal.md", """
            ## HTTP request
            ```http
            POST /ponds/{id}/names/add
            ```
            ## Example
            <!-- {"blockType": "request", "name": "x"} -->
            ```http
            POST /ponds/{id}/names/addLocal
            ```
            """));

        Assert.Equal(["/ponds/{id}/names/addLocal", "/ponds/{id}/names/add"],
            docs.Operation("Ponds.AddLocal").Urls.Select(u => u.Template));
    }

    [Theory]
    [InlineData("resourcePageType", "## Remarks", 0)]
    [InlineData("resourcePageType", "## HTTP request", 1)]
    [InlineData("apiPageType", "## Remarks", 1)]
    public void A_call_in_passing_is_no_operation_of_a_page_about_something_else(string kind, string heading,
        int operations)
    {
        ParsedPage page = Docs.Read($$"""
            ---
            doc_type: {{kind}}
            ---
            # pond resource type

            {{heading}}
            ```http
            PATCH /ponds/Walden
            ```
            """);

        Assert.Equal(operations, page.Model.Operations.Count);
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
    public void What_a_204_returns_is_what_the_table_of_methods_lists(string returned, string expected)
    {
        ResponseShape response = Caught(returned);

        Assert.Equal(expected, $"{response.Case()} {response.ValueType?.Name}");
        Assert.Equal([204], response.Statuses);
    }

    [Fact]
    public void A_204_that_no_table_lists_keeps_its_annotations_type() =>
        Assert.Equal("Boat", Caught("None", listed: "other.md").ValueType?.Name);
}
