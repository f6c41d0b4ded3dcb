using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

public class PageReaderTests
{
    [Fact]
    public void A_request_belongs_to_the_next_response_and_keeps_all_its_responses()
    {
        ParsedPage page = Docs.Read("""
            # Copy item

            ## HTTP request

            ```http
            POST /drive/items/{item-id}/copy
            ```

            <!-- {"blockType": "request", "name": "copy"} -->
            ```http
            POST /drive/items/{item-id}/copy
            Content-Type: application/json

            {"name": "b"}
            ```

            <!-- {"blockType": "response"} -->
            ```http
            HTTP/1.1 202 Accepted
            Location: https://x.example/monitor
            ```

            <!-- {"blockType": "response", "@odata.type": "item"} -->
            ```http
            HTTP/1.1 200 OK

            {"id": "1"}
            ```
            """);

        OperationDefinition operation = Assert.Single(page.Model.Operations);
        Assert.Equal([200, 202], operation.Responses.Select(r => r.Status));
        Assert.Equal(["item", null], operation.Responses.Select(r => r.Body?.Name));
        Assert.Equal(["copy"], operation.Names);
        Assert.Empty(page.Findings());
    }

    [Fact]
    public void A_response_belongs_to_the_request_with_the_same_name()
    {
        ParsedPage page = Docs.Read("""
            <!-- {"blockType": "request", "name": "a"} -->
            ```http
            GET /a
            ```
            <!-- {"blockType": "request", "name": ["b", "c"]} -->
            ```http
            DELETE /b
            ```
            <!-- {"blockType": "response", "name": "a", "@odata.type": "x"} -->
            ```http
            HTTP/1.1 200 OK

            {"id": "1"}
            ```
            <!-- {"blockType": "response", "name": "c"} -->
            ```http
            HTTP/1.1 204 No Content
            ```
            """);

        Assert.Equal(["GET 200", "DELETE 204"],
            page.Model.Operations.Select(o => $"{o.HttpMethod} {o.Responses.Single().Status}"));
        Assert.Empty(page.Findings());
    }

    [Fact]
    public void A_page_without_annotations_is_read_by_its_section_headings()
    {
        const string Returned = "a collection of [thing](../resources/thing.md) objects.";
        ParsedPage page = Docs.Read($$"""
            # List things

            Lists them.

            ## HTTP request
            ```http
            GET /things
            GET /me/things?$top=5
            ```
            ## Optional query parameters
            This method supports the `$top` and `$select` parameters.
            ## Response
            If successful, this method returns a `200 OK` response code and {{Returned}}
            ## Example
            ```http
            GET https://api.example.com/v1.0/things
            ```
            ```http
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"value": [{"id": "1"}]}
            ```
            """);

        OperationDefinition operation = Assert.Single(page.Model.Operations);
        Assert.Equal(["/things", "/me/things"], operation.Urls.Select(u => u.Path.Template));
        Assert.Equal(["$top", "$select"], operation.Options.Select(o => o.Member.Name));
        Assert.True(Assert.Single(operation.Responses).IsCollection);
        Assert.Equal("Lists them.", operation.Summary!.ToPlainText());
        Assert.Equal(["https://api.example.com/v1.0"], page.Model.ServiceRoots);
    }

    [Fact]
    public void A_table_row_with_a_header_and_its_value_is_an_option_for_that_header()
    {
        ParsedPage page = Docs.Read(
            "# T\n\n## HTTP request\n```http\nGET /events\n```\n## Request headers\n|Name|Type|Description|\n|-|-|-|\n"
            + "|Prefer: outlook.timezone|string|The time zone.|\n" +
                "|Prefer: outlook.body-content-type|string|The format.|\n|Time zone|string|d|\n");

        Assert.Equal(["Prefer"], Assert.Single(page.Model.Operations).Options.Select(o => o.Member.Name));
        Assert.Equal(["DG0210(12,2): Time zone"],
            page.Findings().Where(f => f.StartsWith("DG0210", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_verb_and_variant_of_a_URL_is_a_separate_operation()
    {
        ParsedPage page = Docs.Read("""
            ## HTTP request
            ```http
            GET /things/{id}
            PATCH /things/{id}
            GET /things/{id}/content
            GET /things/{id}/$value
            POST /things/$ref
            GET /things/$count
            ```
            """);

        Assert.Equal(
            ["GET /things/{id}", "PATCH /things/{id}", "GET /things/{id}/content,/things/{id}/$value",
                "POST /things/$ref", "GET /things/$count"],
            page.Model.Operations.Select(o => $"{o.HttpMethod} {string.Join(",", o.Urls.Select(u => u.Path))}"));
    }

    [Fact]
    public void An_opaque_URL_is_not_an_operation()
    {
        ParsedPage page = Docs.Read("""
            <!-- {"blockType": "request", "opaqueUrl": true} -->
            ```http
            PUT https://up.example.com/1
            ```
            <!-- {"blockType": "request"} -->
            ```http
            PUT {upload-url}
            ```
            """);

        Assert.Empty(page.Model.Operations);
    }

    [Fact]
    public void The_properties_of_a_type_come_from_the_table_and_the_JSON()
    {
        const string Base = "\"baseType\": \"my.base\", \"openType\": true, \"@type.aka\": \"stuff\"";
        ParsedPage page = Docs.Read($$"""
            # thing resource

            What it is.

            ## Properties
            |Property|Type|Description|
            |-|-|-|
            |id|String|Its id.|
            |size|Int64|Bytes.|
            |onlyInTable|Boolean|x|

            ## JSON representation
            <!-- {"blockType": "resource", "@odata.type": "#my.thing", {{Base}} } -->
            ```json
            {
              "id": "string",
              "size": 1024,
              "kind": "a | b",
              "when": "String (timestamp)",
              "parent": {"@odata.type": "my.ref"},
              "list": [{"@odata.type": "my.ref"}]
            }
            ```
            """);

        ResourceDefinition thing = Assert.Single(page.Model.Resources);
        Assert.Equal(("my.thing", "my.base", true), (thing.Name, thing.Base, thing.IsOpen));
        Assert.Equal(["stuff"], thing.Aliases);
        Assert.Equal("What it is.", thing.Summary!.ToPlainText());
        Assert.Equal(
            ["id String", "size Int64", "onlyInTable Boolean", "kind String", "when DateTimeOffset", "parent my.ref",
                "list my.ref[]"],
            thing.Members.Select(m => m.Name + " " + TypeTextTests.Show(m.Type)));
        Assert.Equal(["a", "b"], thing.Members.Single(m => m.Name == "kind").Values.Select(v => v.Value));
        Assert.Equal(
            ["DG0203(10,2): onlyInTable | my.thing", "DG0204(18,3): kind | my.thing", "DG0204(19,3): when | my.thing",
                "DG0204(20,3): parent | my.thing", "DG0204(21,3): list | my.thing"],
            page.Findings().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_name_in_an_example_is_a_string_value()
    {
        ParsedPage page = Docs.Read("""
            ## HTTP request
            ```http
            GET /things/{id}
            ```
            <!-- {"blockType": "request"} -->
            ```http
            GET /things/{id}
            ```
            <!-- {"blockType": "response"} -->
            ```http
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"kind": "Single", "when": "2017-01-02T03:04:05Z", "size": 1, "share": 0.5, "none": null, "any": []}
            ```
            """);

        DocType body = Assert.Single(Assert.Single(page.Model.Operations).Responses).Body!;
        Assert.Equal(
            ["kind String", "when DateTimeOffset", "size Int64", "share Double", "none Json", "any Json[]"],
            body.Shape!.Members.Select(m => m.Name + " " + TypeTextTests.Show(m.Type)));
    }

    [Theory]
    [InlineData("<!-- {\"blockType\" \"request\"} -->\n```http\nGET /x\n```\n", "DG0101(1,7)")]
    [InlineData("<!-- {\"name\": \"x\" -->\n```http\nGET /x\n```\n", "DG0101(1,6)")]
    [InlineData("<!-- {\"blockType\": \"ignored\" -->\n```http\nGET /x\n```\n", "DG0109(1,6)")]
    [InlineData("<!-- \"blockType\": \"request\" -->\n```http\nGET /x\n```\n", "DG0101(1,1)")]
    [InlineData("<!-- {\"blockType\": \"reqest\"} -->\n```http\nGET /x\n```\n", "DG0102(1,20)")]
    [InlineData("<!-- {\"blockType\": \"ignored\", \"tgas\": \"x\"} -->\n```http\nGET /x\n```\n", "DG0103(1,31)")]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n\ntext\n", "DG0104(1,1)")]
    [InlineData("<!-- {\"blockType\": \"response\"} -->\n```http\nHTTP/1.1 200 OK\n```\n", "DG0105(1,1)")]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n```http\nGET /x\n```\n", "DG0106(1,1)")]
    [InlineData("<!-- {\"blockType\": \"resource\"} -->\n```json\n{}\n```\n", "DG0108(1,1)")]
    [InlineData("<!-- {blockType: \"ignored\"} -->\n```http\nGET /x\n```\n", "DG0109(1,7)")]
    [InlineData("<!-- {\"blockType\": \"resource\", \"@odata.type\": \"x\"} -->\n```json\n{\"a\": 1\n```\n",
        "DG0302(3,1)")]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n```http\nFETCH /x\n```\n", "DG0401(2,1)")]
    [InlineData("<!-- {\"blockType\": \"response\"} -->\n```http\nHTTP/1.1 OK\n```\n", "DG0402(2,1)")]
    [InlineData("---\ndoc_type: apiPageType\n---\n# Get x\n", "DG0412(1,1)")]
    public void A_mistake_is_reported_at_its_position(string text, string expected)
    {
        string[] found = [.. Docs.Read(text).Findings().Select(f => f.Split(':')[0])];

        Assert.Equal(expected, Assert.Single(found));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n## HTTP request\n```http\nPOST /ponds\n```\n")]
    public void Findings_in_a_resource_table_are_reported_once(string request)
    {
        ParsedPage page = Docs.Read("""
            # pond resource type

            ## What it has
            |Item|Type|Description|
            |-|-|-|
            |depth|Int32|How deep.|
            |fish|a b c|Who is in it.|
            |owner|String|**TODO: Add Description**|

            """ + request);

        Assert.Equal(["depth", "fish", "owner"], Assert.Single(page.Model.Resources).Members.Select(m => m.Name));
        Assert.Equal(["DG0309(7,7)", "DG0601(8,15)"],
            page.Findings().Select(f => f.Split(':')[0]).Where(f => f[..6] is "DG0309" or "DG0601"));
        // The body of a request on the page has members from the same rows.
        Assert.All(page.Model.Operations,
            o => Assert.Equal(["depth", "fish", "owner"], o.Body!.Members.Select(m => m.Name)));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_endings_change_neither_the_model_nor_the_lines_of_findings(string newline)
    {
        const string text =
            "# T\n\ntext\n[a](b.md)\n\n<!-- {\"blockType\":\n\"request\"} -->\n```http\nPOST /x\n\nA: b\n{\n" +
            "\"c\": \"x\ny\"}\n```\n";
        ParsedPage unix = Docs.Read(text);
        ParsedPage other = Docs.Read(text.Replace("\n", newline));

        Assert.NotEmpty(unix.Model.Operations);
        Assert.Equal(unix.Model, other.Model);
        Assert.Equal(unix.Findings(), other.Findings());
    }

    [Fact]
    public void An_inserted_line_changes_positions_and_not_the_model()
    {
        const string text = "# T\n\n## HTTP request\n```http\nGET /x/<id>\n```\n";
        ParsedPage page = Docs.Read(text);
        ParsedPage moved = Docs.Read("\n\n" + text);

        Assert.Equal(page.Model, moved.Model);
        Assert.Equal(["DG0406(5,8): id"], page.Findings());
        Assert.Equal(["DG0406(7,8): id"], moved.Findings());
    }

    [Fact]
    public void A_permissions_annotation_above_an_include_is_not_reported() => Assert.DoesNotContain(Docs.Read("""
        # Get a book

        ## Permissions
        <!-- { "blockType": "permissions", "name": "book_get" } -->
        [!INCLUDE [permissions](../includes/book.md)]

        ## HTTP request
        ```http
        GET /books/{id}
        ```
        """).Findings(), f => f.StartsWith("DG01", StringComparison.Ordinal));

    [Fact]
    public void Values_in_a_header_table_are_not_reported()
    {
        string[] findings = [.. Docs.Read("""
            # Get a book

            ## HTTP request
            ```http
            GET /books/{id}
            ```

            ## Request headers
            | Header        | Value                      |
            |:--------------|:---------------------------|
            | Authorization | Bearer {token}. Required.  |
            | Prefer        | return=minimal. If so, 204. |
            """).Findings()];

        Assert.Empty(findings);
    }

    [Fact]
    public void A_tab_between_an_annotation_and_its_fence_does_not_separate_them()
    {
        ParsedPage page = Docs.Read("""
            <!-- {"blockType": "request", "name": "get"} -->
            # [HTTP](#tab/http)
            ```http
            GET https://api.example.com/ponds
            ```

            ---
            """);

        Assert.Equal(["get"], Assert.Single(page.Model.Operations).Names);
    }

    [Theory]
    [InlineData("繼承自 [](item.md)")]
    [InlineData("[](item.md)")]
    [InlineData("一本書。[](item.md)")]
    [InlineData("It inherits from [](item.md)")]
    [InlineData("In the request body, supply a JSON representation of [](item.md)")]
    public void A_link_without_text_at_the_end_of_a_paragraph_is_ignored(string paragraph)
    {
        foreach (string title in (string[])["# book resource type", "# book 資源類型"])
        {
            ParsedPage page = Docs.Read($$"""
                {{title}}

                {{paragraph}}

                ## {{(title.EndsWith('e') ? "Properties" : "屬性")}}

                | {{(title.EndsWith('e') ? "Property | Type" : "屬性 | 類型")}} | X |
                |-|-|-|
                | title | String | {{paragraph}} |

                ## JSON
                <!-- {"blockType": "resource", "@odata.type": "library.book"} -->
                ```json
                { "title": "String" }
                ```
                """);

            Assert.Equal(["title"], page.Model.Resources.Single().Members.Select(m => m.Name));
            Assert.DoesNotContain(page.Findings, f => f.RuleId is "DG0006" or "DG0016");
        }
    }
}
