using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Tests.Http;

public class MultipartReaderTests
{
    private const string Related =
        "--b1\nContent-ID: <metadata>\nContent-Type: application/json\n\n{ \"a\": 1 }\n\n--b1\n" +
        "Content-ID: <content>\nContent-Type: text/plain\n\nHello\n\n--b1--";

    [Fact]
    public void Parts_are_named_by_their_Content_ID()
    {
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read(Related, "multipart/related; boundary=\"b1\"",
            out string? problem);

        Assert.Null(problem);
        Assert.Equal(["metadata", "content"], parts.Select(p => p.Name));
        Assert.Equal(["application/json", "text/plain"], parts.Select(p => p.MediaType!));
        Assert.Equal(["{ \"a\": 1 }", "Hello"], parts.Select(p => p.Body));
        Assert.All(parts, p => Assert.StartsWith(p.Body, Related[p.BodyStart..], StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_are_named_by_their_Content_Disposition()
    {
        const string body =
            "--x\nContent-Disposition: form-data; name=\"Presentation\"\nContent-type: text/html\n\n<p/>\n--x\n" +
            "content-disposition:form-data; name=file\n\nbytes\n--x--";

        IReadOnlyList<MultipartPart> parts = MultipartReader.Read(body, "multipart/form-data; boundary=x",
            out string? problem);

        Assert.Null(problem);
        Assert.Equal(["Presentation", "file"], parts.Select(p => p.Name));
        Assert.Equal(["text/html", null], parts.Select(p => p.MediaType));
    }

    [Fact]
    public void A_missing_boundary_is_taken_from_the_first_line()
    {
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read(Related, "multipart/related", out string? problem);

        Assert.Null(problem);
        Assert.Equal(2, parts.Count);
    }

    [Fact]
    public void A_part_without_a_name_is_named_by_its_number()
    {
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read("--x\n\na\n--x\n\nb\n--x--", null, out _);

        Assert.Equal(["part1", "part2"], parts.Select(p => p.Name));
        Assert.Equal(["a", "b"], parts.Select(p => p.Body));
    }

    [Theory]
    [InlineData("Hello", null, "its Content-Type has no boundary, and no line begins with '--'", 0)]
    [InlineData("Hello", "multipart/related; boundary=b1", "no line begins with its boundary '--b1'", 0)]
    [InlineData("--b1\nContent-ID: <a>\n\nHello", "multipart/related; boundary=b1", "the closing '--b1--' is missing",
        1)]
    public void A_malformed_body_gives_a_message(string body, string? contentType, string problem, int count)
    {
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read(body, contentType, out string? found);

        Assert.Equal(problem, found);
        Assert.Equal(count, parts.Count);
    }

    [Fact]
    public void A_boundary_is_recognized_only_at_the_start_of_a_line()
    {
        IReadOnlyList<MultipartPart> parts = MultipartReader.Read("--x\n\na --x b\n--x--", null, out string? problem);

        Assert.Null(problem);
        Assert.Equal("a --x b", Assert.Single(parts).Body);
    }
}
