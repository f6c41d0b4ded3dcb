using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Tests.Http;

public class HttpMessageReaderTests
{
    [Fact]
    public void A_well_formed_request_is_read()
    {
        const string text =
            "POST /drive/items HTTP/1.1\nContent-Type: Application/JSON; charset=utf-8\nPrefer: respond-async\n\n" +
            "{\n  \"a\": 1\n}\n";

        HttpMessage message = Read(text);

        Assert.Equal("POST", message.Method);
        Assert.Equal("/drive/items", message.Target);
        Assert.Equal(text.IndexOf("/drive", StringComparison.Ordinal), message.TargetStart);
        Assert.Equal(["Content-Type", "Prefer"], message.Headers.Select(h => h.Name));
        Assert.Equal("respond-async", message.Header("PREFER"));
        Assert.Equal("application/json", message.MediaType);
        Assert.Equal("{\n  \"a\": 1\n}", message.Body);
        Assert.Equal(text.IndexOf('{', StringComparison.Ordinal), message.BodyStart);
        Assert.Equal(-1, message.BlankLineBeforeHeaders);
        Assert.Equal(-1, message.UnannouncedBody);
    }

    [Fact]
    public void A_blank_line_before_the_headers_is_recorded_and_skipped()
    {
        const string text = "POST /x\n\nContent-Type: application/json\n\n{}";

        HttpMessage message = Read(text);

        Assert.Equal(text.IndexOf("\n\nC", StringComparison.Ordinal) + 1, message.BlankLineBeforeHeaders);
        Assert.Equal("application/json", message.MediaType);
        Assert.Equal("{}", message.Body);
    }

    [Fact]
    public void A_body_without_a_blank_line_before_it_is_recorded_and_read()
    {
        const string text = "HTTP/1.1 200 OK\nContent-Type: application/json\n{ \"value\": {} }";

        HttpMessage message = Read(text);

        Assert.Equal(200, message.Status);
        Assert.Equal(text.IndexOf('{', StringComparison.Ordinal), message.UnannouncedBody);
        Assert.Equal("{ \"value\": {} }", message.Body);
    }

    [Fact]
    public void A_body_without_headers_and_without_a_blank_line_is_recorded_too()
    {
        HttpMessage message = Read("HTTP/1.1 200 OK\n{}");

        Assert.Equal("{}", message.Body);
        Assert.Equal(16, message.UnannouncedBody);
        Assert.Empty(message.Headers);
    }

    [Fact]
    public void A_body_may_follow_a_blank_line_without_headers()
    {
        HttpMessage message = Read("POST /x\n\n{}");

        Assert.Equal("{}", message.Body);
        Assert.Equal(-1, message.UnannouncedBody);
        Assert.Equal(-1, message.BlankLineBeforeHeaders);
    }

    [Theory]
    [InlineData("GET /a b/c", "/a b/c")]
    [InlineData("  GET   /a  ", "/a")]
    [InlineData("GET /a HTTP/1.1", "/a")]
    [InlineData("GET /a http/2", "/a")]
    [InlineData("GET\t/a", "/a")]
    [InlineData("GET\u00A0/a", "/a")]
    [InlineData("GET /a\n  ?$top=5\n  &$skip=1\nAccept: */*", "/a?$top=5&$skip=1")]
    [InlineData("GET /a\n?$top=5", "/a?$top=5")]
    [InlineData("GET https://x.example/v1.0/a", "https://x.example/v1.0/a")]
    public void The_target_is_the_text_between_the_method_and_the_version(string text, string target)
    {
        HttpMessage message = Read(text);

        Assert.Equal("GET", message.Method);
        Assert.Equal(target, message.Target);
        Assert.Null(message.Body);
    }

    [Theory]
    [InlineData("HTTP/1.1 202 Accepted", 202)]
    [InlineData("HTTP/1.1 201, Created", 201)]
    [InlineData("http/2 204", 204)]
    [InlineData("\n\nHTTP/1.1   200   OK", 200)]
    public void A_status_line_gives_its_status(string text, int status)
    {
        HttpMessage message = Read(text);

        Assert.Equal(status, message.Status);
        Assert.Null(message.Method);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("  \n ", "it is empty")]
    [InlineData("HTTP/1.1 OK", "its first line has no status code between 100 and 599")]
    [InlineData("HTTP/1.1 999 What", "its first line has no status code between 100 and 599")]
    [InlineData("HTTP/1.1", "its first line has no status code between 100 and 599")]
    [InlineData("get /x", "its first line is neither 'METHOD url' nor 'HTTP/1.1 status'")]
    [InlineData("FETCH /x", "its first line is neither 'METHOD url' nor 'HTTP/1.1 status'")]
    [InlineData("GET", "its first line is neither 'METHOD url' nor 'HTTP/1.1 status'")]
    [InlineData("{ }", "its first line is neither 'METHOD url' nor 'HTTP/1.1 status'")]
    public void Text_that_is_not_an_HTTP_message_gives_a_reason(string text, string reason)
    {
        Assert.Null(HttpMessageReader.Read(text, out string? problem));
        Assert.Equal(reason, problem);
    }

    [Fact]
    public void A_header_keeps_its_colons_and_its_position()
    {
        const string text = "GET /x\nLocation: https://x.example/a:b\nEmpty:";

        HttpMessage message = Read(text);

        Assert.Equal("https://x.example/a:b", message.Header("location"));
        Assert.Equal("", message.Header("Empty"));
        Assert.Equal("Location: https://x.example/a:b", text[message.Headers[0].Start..message.Headers[0].End]);
        Assert.Null(message.Header("Absent"));
    }

    private static HttpMessage Read(string text)
    {
        HttpMessage? message = HttpMessageReader.Read(text, out string? problem);
        Assert.Null(problem);
        return message!;
    }
}
