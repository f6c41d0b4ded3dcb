using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Text of plain pages that is nearly a request.</summary>
public class RequestSlipsTests
{
    private static string Page(string line) =>
        $$"""
        # Boats

        ## List boats

        `GET /boats`

        ```json
        [ { "id": 1, "name": "Ada" } ]
        ```

        ## Get a boat

        {{line}}

        ```json
        { "id": 1, "name": "Ada" }
        ```
        """;

    private static IEnumerable<string> Found(string text) => Docs.Read(text, "docs/boats.md").Findings()
        .Where(f => f.StartsWith("DG0429", StringComparison.Ordinal)
            || f.StartsWith("DG0417", StringComparison.Ordinal));

    [Theory]
    [InlineData("`GTE /boats/{boatId}`", "DG0429(13,2): GTE /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("GTE /boats/{boatId}", "DG0429(13,1): GTE /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("`get /boats/{boatId}`", "DG0429(13,2): get /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("**Get** /boats/{boatId}", "DG0429(13,3): Get /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("Get https://boats.example/v1/boats/{boatId}",
        "DG0429(13,1): Get https://boats.example/v1/boats/{boatId} | GET https://boats.example/v1/boats/{boatId}")]
    [InlineData("`GET boats/{boatId}`", "DG0429(13,2): GET boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("GET boats/{boatId}", "DG0429(13,1): GET boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("`DELETE boats`", "DG0429(13,2): DELETE boats | DELETE /boats")]
    [InlineData("`GET boats.example/boats/{boatId}`",
        "DG0429(13,2): GET boats.example/boats/{boatId} | GET https://boats.example/boats/{boatId}")]
    [InlineData("```http\nGTE /boats/{boatId} HTTP/1.1\n```",
        "DG0429(14,1): GTE /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("    get /boats/{boatId}", "DG0429(13,5): get /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("| Method | Path |\n|---|---|\n| GTE | /boats/{boatId} |",
        "DG0429(15,2): GTE /boats/{boatId} | GET /boats/{boatId}")]
    [InlineData("`LIST /boats/{boatId}`", "DG0417(13,2): LIST | ")]
    public void A_line_that_is_nearly_a_request_is_reported_with_what_to_write(string line, string finding) =>
        Assert.Equal([finding], Found(Page(line)));

    [Theory]
    [InlineData("Get /boats/{boatId} of the harbour.")]
    [InlineData("`POST application/json`")]
    [InlineData("`GET only`")]
    [InlineData("Both `GET and POST` work.")]
    [InlineData("`GET/POST`")]
    [InlineData("URL /boats/{boatId}")]
    [InlineData("`get /boats`")]
    [InlineData("`cat /etc/boats`")]
    [InlineData("```ruby\nget /boats/{boatId}\n```")]
    [InlineData("`GET` and `POST` requests are free.")]
    [InlineData("`GTE` is a typo.")]
    public void Words_about_requests_are_not_reported(string line) => Assert.Empty(Found(Page(line)));

    [Fact]
    public void A_page_with_no_other_request_reports_them_too() =>
        Assert.Equal(["DG0429(3,2): get /boats/{boatId} | GET /boats/{boatId}"],
            Found("# Boats\n\n`get /boats/{boatId}`\n"));

    [Fact]
    public void A_request_that_is_indented_like_code_is_read_with_its_marks() =>
        Assert.Equal(["Boats.Get", "Boats.List"],
            Docs.Link(("docs/boats.md", Page("    `GET /boats/{boatId}`"))).OperationNames);

    [Theory]
    [InlineData("Send a `GET` request to `/boats/{boatId}`.", true)]
    [InlineData("Send a `GET` request for one boat to\n`/boats/{boatId}`.", true)]
    [InlineData("Do not send a `GET` request to `/boats/{boatId}`.", false)]
    [InlineData("A `GET` request is free. See `/boats/{boatId}`.", false)]
    [InlineData("Send a `GET` request to `/boats`.", false)]
    public void A_request_that_a_sentence_says_is_reported_if_no_page_documents_it(string line, bool isReported) =>
        Assert.Equal(
            isReported
                ? ["DG0419 docs/boats.md: GET | /boats/{boatId} | only a sentence says it; "
                    + "write 'GET /boats/{boatId}' in code, on a separate line"]
                : [],
            Docs.Link(("docs/boats.md", Page(line))).Findings.Where(f => f.StartsWith("DG0419",
                StringComparison.Ordinal)));

    [Fact]
    public void A_request_that_a_sentence_says_may_be_documented_by_another_page() =>
        Assert.Empty(Docs.Link(("docs/index.md", "# Start\n\nThe base URL is `https://boats.example.com`.\n\n" +
                "Send a `GET` request to `/boats/{boatId}`.\n"),
            ("docs/boats.md", Page("`GET /boats/{boatId}`"))).Findings);
}
