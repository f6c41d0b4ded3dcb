using DocGen.Generator;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.BadInput;

/// <summary>
/// Tests that a page that can't be read gets a diagnostic, and that the client from the other pages compiles.
/// </summary>
public class BadPageTests
{
    private const string Good = """
        # Get item

        ## HTTP request
        ```http
        GET /items/{item-id}
        ```
        ## Response
        Returns `204 No Content`.
        """;

    [Theory]
    [InlineData("<!-- { \"blockType\" \"request\" } -->\n```http\nPOST /x\n```\n",
        "bad.md(1,8): DG0101: This annotation can't be read as JSON (a member can't be read); the block that it " +
        "describes is left out of the client")]
    [InlineData("<!-- {\"blockType\": \"requst\"} -->\n```http\nPOST /x\n```\n",
        "bad.md(1,20): DG0102: Unknown blockType 'requst'; did you mean 'request'?; the block is left out of the " +
        "client")]
    [InlineData("<!-- {\"blockType\": \"banana\"} -->\n```http\nPOST /x\n```\n",
        "bad.md(1,20): DG0102: Unknown blockType 'banana'; the block is left out of the client")]
    [InlineData("<!-- {\"blockType\": \"response\"} -->\n```http\nHTTP/1.1 200 OK\n```\n",
        "bad.md(1,1): DG0105: No request on this page belongs to this response; give both the same \"name\", or put " +
        "the response after its request")]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n```http\nPOST me please\n```\n",
        "bad.md(1,1): DG0106: No response on this page belongs to this request; its return type is taken from the " +
        "text alone")]
    [InlineData("<!-- {\"blockType\": \"request\"} -->\n```http\nSEND /x\n```\n",
        "bad.md(2,1): DG0401: This request can't be read: its first line is neither 'METHOD url' nor 'HTTP/1.1 " +
        "status'")]
    [InlineData("", "bad.md(1,1): DG0008: This page is empty, so nothing is generated from it; write it, or remove it")]
    [InlineData("\uFEFF \r\n",
        "bad.md(1,1): DG0008: This page is empty, so nothing is generated from it; write it, or remove it")]
    [InlineData(null,
        "bad.md(1,1): DG0007: This file has no text that the compiler can read; save it as UTF-8 or remove it from " +
        "the ApiDoc items")]
    public async Task A_page_that_cannot_be_read_is_reported_and_the_client_is_generated_from_the_others(
        string? bad, string diagnostic)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("docs/bad.md", bad), ("docs/item-get.md", Good));

        Assert.Contains(diagnostic, result.Shown());
        Assert.Contains("GetAsync", result.GeneratedSources["Item.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_response_is_still_generated()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(
            ("docs/item-delete.md", "<!-- {\"blockType\": \"request\"} -->\n```http\nDELETE /items/{item-id}\n```\n"));

        Assert.Equal(["DG0106"], result.Diagnostics.Select(d => d.Id));
        Assert.Contains("Task<ItemDeleteResponse> DeleteAsync", result.GeneratedSources["Item.g.cs"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_cannot_be_read_give_no_client_and_no_exception()
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("docs/a.md", null), ("docs/b.md", ""),
            ("docs/c.md", "<!-- {"));

        Assert.Empty(result.GeneratedSources);
        Assert.Equal(["DG0007", "DG0008"],
            result.Diagnostics.Select(d => d.Id).Where(id => id.StartsWith("DG000", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_with_too_deep_nesting_does_not_affect_the_others()
    {
        GeneratorSession session = new GeneratorSession(
            [("docs/deep.md", new string('>', 5_000) + " x\n\n" + new string('[', 5_000)),
                ("docs/item-get.md", Good)]).Run();

        Assert.Null(session.Result.Exception);
        Assert.Equal(["ApiClient.g.cs", "Item.g.cs"], session.Sources.Keys);
    }

    [Fact]
    public async Task Carriage_returns_and_byte_order_marks_do_not_change_the_files()
    {
        const string page = """
            ---
            title: "T"
            ---
            # Create note

            One line
            and another.

            ## HTTP request
            ```http
            POST /items/{item-id}/notes
            ```
            ## Request body
            |Name|Type|Description|
            |-|-|-|
            |text|String|What it<br>says.|

            <!-- {
              "blockType": "request",
              "name": "create
              note"
            } -->
            ```http
            POST /items/{item-id}/notes
            Content-Type: multipart/related; boundary=b

            --b
            Content-ID: <a>
            Content-Type: application/json

            {"text": "a", "more": 1}
            --b
            Content-ID: <b>
            Content-Type: text/plain

            bytes
            --b--
            ```
            <!-- {"blockType": "response"} -->
            ```http
            HTTP/1.1 200 OK

            {"id": "1",
             "note": {"a": "two
            lines"}}
            ```
            """;
        string unix = page.ReplaceLineEndings("\n");

        GeneratorTestResult expected = await Docs.GenerateAsync(("docs/item-post-notes.md", unix));
        foreach (string other in (string[])[unix.Replace("\n", "\r\n"), "\uFEFF" + unix,
            "\uFEFF" + unix.Replace("\n", "\r\n"), unix.Replace("\n", "\r")])
        {
            GeneratorTestResult actual = await Docs.GenerateAsync(("docs/item-post-notes.md", other));
            Assert.Equal(expected.GeneratedSources, actual.GeneratedSources);
            Assert.Equal(expected.Shown().Select(s => s.Split(": ")[1]), actual.Shown().Select(s => s.Split(": ")[1]));
        }
    }

    [Fact]
    public async Task Invalid_configured_names_are_reported_and_the_client_compiles()
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck,
        };
        test.TestState.AddApiDoc("docs/item-get.md", Good, @namespace: "1st.a-b", clientName: "the client");
        test.TestState.ExpectedDiagnostics.Add(new DiagnosticResult("DG0005").WithArguments("1st.a-b", "namespace"));
        test.TestState.ExpectedDiagnostics
            .Add(new DiagnosticResult("DG0005").WithArguments("the client", "class name"));

        GeneratorTestResult result = await test.RunAsync();
        Assert.Contains("namespace _1st.AB;", result.GeneratedSources["TheClient.g.cs"], StringComparison.Ordinal);
    }
}
