using System.IO.Pipelines;
using System.Security.Cryptography;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace DocGen.Runtime.Tests.Requests;

public sealed class RequestBodyTests
{
    [Fact]
    public async Task A_json_body_is_sent_with_its_length_and_type()
    {
        ReceivedRequest received = await SendAsync(() =>
            RequestBody.Json(new Folder { ChildCount = 1 }, "Body", changesOnly: false));

        Assert.Equal("""{"childCount":1}""", received.Text);
        Assert.Equal("application/json", received.Header("Content-Type"));
        Assert.Equal("16", received.Header("Content-Length"));
    }

    [Fact]
    public async Task A_missing_body_fails_before_anything_is_sent()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        var request = new TestRequest(HttpMethod.Patch,
            "/items/1")
        { Body = static () => RequestBody.Json<DriveItem>(null, "Body", true) };

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync(request, Watchdog.Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_stream_is_sent_from_its_position_and_stays_open()
    {
        using var content = new MemoryStream("0123456789"u8.ToArray()) { Position = 4 };
        ReceivedRequest received = await SendAsync(() => RequestBody.Stream(content, "text/plain"));

        Assert.Equal("456789", received.Text);
        Assert.Equal("6", received.Header("Content-Length"));
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_large_forward_only_stream_arrives_byte_for_byte()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(5_000_000);
        ReceivedRequest received = await SendAsync(() =>
            RequestBody.Stream(new ForwardOnlyStream(bytes), "application/octet-stream"));

        Assert.Equal("chunked", received.Header("Transfer-Encoding"));
        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(received.Body));
    }

    [Fact]
    public void An_unreadable_stream_or_an_invalid_media_type_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => RequestBody.Stream(null, "text/plain"));
        Assert.Throws<ArgumentException>(() => RequestBody.Stream(Stream.Null, "nonsense"));
        Assert.Throws<ArgumentException>(() => RequestBody.Multipart("related"));
    }

    [Fact]
    public async Task Multipart_related_parts_have_content_ids()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(100_000);
        ReceivedRequest received = await SendAsync(() => RequestBody.Multipart(
            "related",
            new RequestBodyPart("metadata", TestRequest.Object(static writer =>
            {
                writer.Constant("name"u8, "a.txt");
                writer.Constant("@content.sourceUrl"u8, "cid:content");
            })),
            new RequestBodyPart("content", RequestBody.Stream(new MemoryStream(bytes), "text/plain"))));

        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(received.Header("Content-Type"));
        Assert.Equal("multipart/related", type.MediaType.ToString());
        Assert.Contains(type.Parameters,
            parameter => parameter.Name == "type" && parameter.Value == "\"application/json\"");
        Assert.DoesNotContain("\"", type.Boundary.ToString(), StringComparison.Ordinal);

        MultipartReader reader = new(type.Boundary.ToString(), new MemoryStream(received.Body));
        MultipartSection metadata = (await reader.ReadNextSectionAsync(Watchdog.Token))!;
        Assert.Equal("<metadata>", metadata.Headers!["Content-ID"].ToString());
        Assert.Equal("application/json", metadata.ContentType);
        Assert.Equal("""{"name":"a.txt","@content.sourceUrl":"cid:content"}""", await metadata.ReadAsStringAsync());
        MultipartSection content = (await reader.ReadNextSectionAsync(Watchdog.Token))!;
        Assert.Equal("<content>", content.Headers!["Content-ID"].ToString());
        Assert.Equal("text/plain", content.ContentType);
        using var arrived = new MemoryStream();
        await content.Body.CopyToAsync(arrived, Watchdog.Token);
        Assert.Equal(bytes, arrived.ToArray());
        Assert.Null(await reader.ReadNextSectionAsync(Watchdog.Token));
    }

    [Fact]
    public async Task Form_data_parts_have_field_and_file_names()
    {
        ReceivedRequest received = await SendAsync(() => RequestBody.Multipart(
            "form-data",
            new RequestBodyPart("no\"te", RequestBody.JsonValue(1, JsonWrite.Value)),
            new RequestBodyPart("file", RequestBody.Stream(new ForwardOnlyStream("x"u8.ToArray()), "text/plain"),
                "a.txt")));

        MediaTypeHeaderValue type = MediaTypeHeaderValue.Parse(received.Header("Content-Type"));
        MultipartReader reader = new(type.Boundary.ToString(), new MemoryStream(received.Body));
        MultipartSection note = (await reader.ReadNextSectionAsync(Watchdog.Token))!;
        Assert.Equal("form-data; name=\"no%22te\"", note.ContentDisposition);
        MultipartSection file = (await reader.ReadNextSectionAsync(Watchdog.Token))!;
        Assert.Equal("form-data; name=\"file\"; filename=\"a.txt\"", file.ContentDisposition);
        Assert.Equal("x", await file.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("a\\")]
    [InlineData("\\")]
    [InlineData("C:\\new\\a.txt")]
    [InlineData("a\\\"b")]
    [InlineData("a\"; filename=\"evil")]
    [InlineData("résumé – 履歴書 🙂.pdf")]
    [InlineData("é\u202e.txt")]
    public async Task Field_and_file_names_of_a_form_arrive_unchanged(string name)
    {
        ReceivedRequest received = await SendAsync(() => RequestBody.Multipart(
            "form-data",
            new RequestBodyPart(name, RequestBody.Stream(new MemoryStream([1]), "text/plain"), name),
            new RequestBodyPart("after", RequestBody.JsonValue(2, JsonWrite.Value))));

        MultipartReader reader = new(
            MediaTypeHeaderValue.Parse(received.Header("Content-Type")).Boundary.ToString(),
            new MemoryStream(received.Body));
        MultipartSection section = (await reader.ReadNextSectionAsync(Watchdog.Token))!;
        ContentDispositionHeaderValue disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
        Assert.Equal((name, name), (Text(disposition.Name), Text(disposition.FileName)));
        Assert.Equal(2, disposition.Parameters.Count);
        string spelled = name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "%22", StringComparison.Ordinal);
        Assert.Contains($"; name=\"{spelled}\"; filename=\"{spelled}\"\r\n", received.Text, StringComparison.Ordinal);
        Assert.Equal("2", await (await reader.ReadNextSectionAsync(Watchdog.Token))!.ReadAsStringAsync());
        Assert.Equal(received.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture),
            received.Header("Content-Length"));

        static string Text(Microsoft.Extensions.Primitives.StringSegment quoted) =>
            HeaderUtilities.UnescapeAsQuotedString(quoted).ToString().Replace("%22", "\"", StringComparison.Ordinal);
    }

    // These names are not InlineData because an attribute cannot contain a lone surrogate.
    public static TheoryData<string> NamesWithoutSpelling() =>
        new("a\r\nContent-Type: text/evil\r\n\r\n", "a\0", "\t", "\u0085", "a" + '\ud83d');

    [Theory]
    [MemberData(nameof(NamesWithoutSpelling), DisableDiscoveryEnumeration = true)]
    public void Field_and_file_names_with_control_characters_or_lone_surrogates_are_refused(string name)
    {
        RequestBody body = RequestBody.JsonValue(1, JsonWrite.Value);

        Assert.Contains("The name", Assert.Throws<ArgumentException>(() =>
            RequestBody.Multipart("form-data", new RequestBodyPart(name, body))).Message, StringComparison.Ordinal);
        Assert.Contains("The file name", Assert.Throws<ArgumentException>(() =>
            RequestBody.Multipart("form-data", new RequestBodyPart("a", body, name))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Multipart_content_is_streamed_before_all_of_it_is_available()
    {
        byte[] half = RandomNumberGenerator.GetBytes(100_000);
        var content = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await content.Writer.WriteAsync(half, Watchdog.Token);
        bool isWhole = false;
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        // Write the second half when the first has arrived.
        server.Arriving = async count =>
        {
            if (isWhole || count < half.Length)
                return;
            isWhole = true;
            await content.Writer.WriteAsync(half, Watchdog.Token);
            await content.Writer.CompleteAsync();
        };
        using TestClient client = server.CreateClient();
        var request = new TestRequest(HttpMethod.Put, "/items/1")
        {
            Body = () => RequestBody.Multipart(
                "related",
                new RequestBodyPart("metadata", RequestBody.JsonValue(1, JsonWrite.Value)),
                new RequestBodyPart("content", RequestBody.Stream(content.Reader.AsStream(), "text/plain"))),
        };
        await client.SendAsync(request, Watchdog.Token);

        Assert.InRange(Assert.Single(server.Requests).Body.Length, 2 * half.Length, (2 * half.Length) + 1000);
    }

    [Theory]
    [InlineData("a@b", "<a@b>")]
    [InlineData("ü>\r\nX-Evil: 1", "<%C3%BC%3E%0D%0AX-Evil%3A%201>")]
    public async Task The_name_of_a_part_is_escaped_in_its_content_id(string name, string id)
    {
        ReceivedRequest received = await SendAsync(() => RequestBody.Multipart(
            "related", new RequestBodyPart(name, RequestBody.JsonValue(1, JsonWrite.Value))));

        Assert.Contains($"\r\nContent-ID: {id}\r\n", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_message_has_a_different_boundary()
    {
        RequestBody Body() => RequestBody.Multipart(
            "mixed", new RequestBodyPart("a", RequestBody.JsonValue(1, JsonWrite.Value)));

        Assert.NotEqual((await SendAsync(Body)).Header("Content-Type"), (await SendAsync(Body)).Header("Content-Type"));
    }

    private static async Task<ReceivedRequest> SendAsync(Func<RequestBody> body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, "{}"));
        using TestClient client = server.CreateClient();
        await client.SendAsync(new TestRequest(HttpMethod.Put, "/items/1") { Body = body }, Watchdog.Token);
        return Assert.Single(server.Requests);
    }
}
