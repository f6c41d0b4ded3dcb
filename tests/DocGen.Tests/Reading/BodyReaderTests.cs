using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of reading the request bodies that pages document.</summary>
public class BodyReaderTests
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
    public void The_prose_distinguishes_parameters_of_an_action_from_properties_of_a_resource()
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
    public void Parameters_that_only_occur_in_the_prose_get_their_types_from_their_names()
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
    public void A_body_table_describes_the_items_of_the_list_that_the_example_sends()
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

    [Fact]
    public void A_second_request_line_below_a_GET_is_not_a_body()
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
    public void The_items_of_a_JSON_array_in_a_request_have_the_members_in_the_table()
    {
        LinkedDocs docs = Docs.Link(("api/kite-fold.md", """
            # Fold kites

            ## HTTP request

            ```http
            POST /kites/fold
            ```

            ## Request body

            | Parameter | Type  | Description     |
            |:----------|:------|:----------------|
            | kite      | Int32 | Which.          |
            | times     | Int32 | How many times. |

            ## Response

            Returns `204 No Content`.

            ## Example

            ```http
            POST /kites/fold
            Content-Type: application/json

            [ { "kite": 1 }, { "kite": 2 } ]
            ```
            """));

        BodyMember? body = docs.Operation("Kites.Fold").Body?.JsonObject?.Resource;
        Assert.Equal(1, body?.Type.Rank);
        Assert.Equal(["kite:Int32", "times:Int32"],
            docs.Type(body!.Type.Name!).Properties.Select(p => $"{p.JsonName}:{p.Type}"));
    }

    [Fact]
    public void An_optional_property_of_a_request_is_not_required()
    {
        const string Page = """
            # Add thing

            ## HTTP request
            ```http
            POST /things/add
            ```
            ## Request body
            |Parameter|Type|Description|
            |-|-|-|
            |name|String|Required.|
            |size|Int32|Required.|
            ## Example
            <!-- {"blockType": "request", "name": "add", "optionalProperties": ["size"]} -->
            ```http
            POST /things/add
            Content-Type: application/json

            {"name": "n"}
            ```
            """;

        Assert.Equal(["name True", "size False"],
            Docs.Link(("docs/thing-add.md", Page)).Operation("Things.Add").Body!.JsonObject!.Members.Select(
                m => $"{m.JsonName} {m.IsRequired}"));
    }
}
