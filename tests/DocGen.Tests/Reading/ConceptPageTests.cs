using DocGen.Generator.Diagnostics;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>
/// Tests of pages that document no operation, and of requests to other hosts than the host of the service.
/// </summary>
public class ConceptPageTests
{
    private const string Operation = """
        # Get a book

        ## HTTP request
        ```http
        GET https://api.example.com/v1/books/{id}
        ```
        """;

    private const string Request = """
        # Books

        <!-- { "blockType": "request", "name": "get" } -->
        ```http
        GET https://auth.example.org/token/1
        ```
        <!-- { "blockType": "response" } -->
        ```http
        HTTP/1.1 204 No Content
        ```
        """;

    [Theory]
    [InlineData("docs/about.md", "---\ndoc_type: conceptualPageType\n---\n")]
    [InlineData("docs/about.md", "---\ntitle: About\nms.topic: tutorial\n---\n")]
    [InlineData("docs/concepts/about.md", "")]
    public void A_concept_page_makes_no_operations_and_sets_no_service_root(string path, string front)
    {
        LinkedDocs docs = Docs.Link((path, front + Request), ("docs/book-get.md", Operation));

        Assert.Equal(["Books.Get"], docs.OperationNames);
        Assert.Equal("https://api.example.com/v1", docs.Api.Client!.ServiceRoot);
        Assert.Empty(docs.Findings);
        Assert.Equal(2, Docs.Read(front + Request, path).Findings
            .Count(f => f.RuleId == Rules.RequestOnConceptPage.Id));
        Assert.Equal(2, Docs.Read(front + Request, path).Blocks.Reported);
    }

    [Fact]
    public void A_request_to_another_host_is_reported()
    {
        LinkedDocs docs = Docs.Link(("docs/a-get.md", Operation), ("docs/b-get.md", Operation),
            ("docs/token-get.md", Request));

        Assert.Contains("DG0423 docs/token-get.md: https://auth.example.org/token | https://api.example.com/v1",
            docs.Findings.Select(f => f.Replace("org |", "org/token |", StringComparison.Ordinal)));
    }
}
