using DocGen.Generator.Http;

namespace DocGen.Tests.Http;

public class OpenBracesTests
{
    [Theory]
    [InlineData("/books/{id", "/books/{id}", "{id")]
    [InlineData("/books/{id/pages/{page}", "/books/{id}/pages/{page}", "{id")]
    [InlineData("/books/{id?$top=1", "/books/{id}?$top=1", "{id")]
    [InlineData("/books/{id/pages/{page", "/books/{id}/pages/{page}", "{id", "{page")]
    [InlineData("/find(title='{title')", "/find(title='{title}')", "{title")]
    [InlineData("/books/{{id}}", "/books/{{id}}")]
    [InlineData("/books/{book id}{?top,skip}", "/books/{book id}{?top,skip}")]
    [InlineData("/books?filter={a", "/books?filter={a")]
    public void An_unclosed_placeholder_ends_with_its_segment(string url, string closed, params string[] open)
    {
        var findings = new List<UrlFinding>();

        Assert.Equal(closed, OpenBraces.Close(url, findings));
        Assert.Equal(open, findings.Select(finding => finding.Was));
        Assert.Equal(open, findings.Select(finding => url[finding.Start..finding.End]));
    }
}
