using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Responses;

public sealed class ErrorResponseTests
{
    [Theory]
    [InlineData(401, typeof(AuthenticationFailedException))]
    [InlineData(403, typeof(AccessDeniedException))]
    [InlineData(404, typeof(ResourceNotFoundException))]
    [InlineData(409, typeof(ConflictException))]
    [InlineData(412, typeof(PreconditionFailedException))]
    [InlineData(429, typeof(ThrottledException))]
    [InlineData(400, typeof(ApiException))]
    [InlineData(507, typeof(ApiException))]
    public async Task Common_error_statuses_have_specific_exception_types(int status, Type type)
    {
        ApiException exception = await FailAsync(new Answer(status));

        Assert.IsType(type, exception);
        Assert.Equal(status, exception.Status);
        Assert.Null(exception.RawBody);
        Assert.Empty(exception.Errors);
    }

    [Fact]
    public async Task An_exception_has_all_details_of_the_error_response()
    {
        const string Body = """
            {"error":{"code":"accessDenied","message":"No.","innererror":{"code":"sharedLink","request-id":"r1",
            "innerError":{"code":"expired","message":"Too late."}}}}
            """;
        ApiException exception = await FailAsync(
            new Answer(403, Body, ("Date", "Sun, 17 May 2026 08:00:00 GMT"), ("X-A", "1")));

        Assert.Equal("accessDenied", exception.Code);
        Assert.Equal(
            [new ApiError("accessDenied", "No."), new ApiError("sharedLink", null),
                new ApiError("expired", "Too late.")], exception.Errors);
        Assert.Equal("r1", exception.RequestId);
        Assert.Equal(new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.Zero), exception.Date);
        Assert.Equal("1", exception.Headers["x-a"]);
        Assert.Equal(Body, exception.RawBody);
        Assert.Equal("GET /items/{item-id} at 127.0.0.1 returned 403 (Forbidden): accessDenied: No. [request r1]",
            exception.Message);
    }

    [Fact]
    public async Task A_message_has_the_host_and_the_template_but_not_the_URL()
    {
        ApiException exception = await FailAsync(new Answer(404, ""));

        Assert.Equal("GET /items/{item-id} at 127.0.0.1 returned 404 (NotFound)", exception.Message);
    }

    [Theory]
    [InlineData("""{"error":"invalid_grant","error_description":"Sign in again."}""", "invalid_grant",
        "Sign in again.")]
    [InlineData("""{"type":"https://x/y","title":"Bad","detail":"Worse"}""", "https://x/y", "Worse")]
    [InlineData("""{"code":17,"message":{"lang":"en","value":"Plain"}}""", "17", "Plain")]
    public async Task Errors_in_other_formats_are_read(string body, string code, string message)
    {
        ApiException exception = await FailAsync(new Answer(400, body));

        Assert.Equal([(code, message)], exception.Errors.Select(error => (error.Code, error.Message)));
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("""{"error":{"code":""")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("""{"error":{"message":[]}}""")]
    public async Task An_error_with_a_malformed_body_keeps_its_status(string body)
    {
        ApiException exception = await FailAsync(new Answer(400, body));

        Assert.Equal((400, body), (exception.Status, exception.RawBody));
        Assert.Empty(exception.Errors);
    }

    [Theory]
    [InlineData("""{"error":{"code":"nameTaken","message":"No \uD83D."}}""", "No \uFFFD.")]
    [InlineData("""{"\uDE00":1,"error":{"code":"nameTaken","message":"caf\u00e9"}}""", "caf\u00e9")]
    [InlineData(
        """{"error":{"code":"nameTaken","message":"a","innererror":{"request-id":"\uDC00","code":"\uDC00\uD83D"}}}""",
        "a")]
    public async Task Invalid_Unicode_in_an_error_is_replaced(string body, string message)
    {
        ApiException exception = await FailAsync(new Answer(409, body));

        Assert.IsType<ConflictException>(exception);
        Assert.Equal(("nameTaken", message), (exception.Code, exception.Errors[0].Message));
    }

    [Fact]
    public async Task Invalid_UTF8_bytes_in_an_error_are_replaced()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = 409;
            await context.Response.Body
                .WriteAsync((byte[])[.. "{\"error\":{\"code\":\"nameTaken\",\"message\":\"caf"u8, 0xE9, .. "\"}}"u8]);
        });
        using TestClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ConflictException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal(("nameTaken", "caf?"), (exception.Code, exception.Errors[0].Message));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_body_that_does_not_match_its_Content_Encoding_throws_a_typed_exception(string coding)
    {
        int status = 200;
        await using LoopbackServer server = await LoopbackServer.StartAsync((context, _) =>
            new Answer(status, "this is no compressed text, whatever the header says",
                ("Content-Encoding", coding)).WriteAsync(context));
        using TestClient client = server.CreateClient();
        Assert.Equal(200,
            (await Assert.ThrowsAsync<UnexpectedResponseException>(
                () => client.SendAsync(TestRequest.Get(), Watchdog.Token))).Status);
        status = 404;

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
    }

    [Fact]
    public async Task The_raw_body_of_an_error_is_truncated_at_64_KB()
    {
        ApiException exception = await FailAsync(new Answer(400, new string('x', 1_000_000)));

        Assert.Equal(64 * 1024, exception.RawBody!.Length);
    }

    [Fact]
    public async Task An_error_whose_body_ends_early_keeps_its_status()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async (context, _) =>
        {
            context.Response.StatusCode = 409;
            context.Response.ContentLength = 100;
            await context.Response.Body.WriteAsync("{\"err"u8.ToArray());
            // The server closes the connection because fewer bytes were sent than announced.
            await context.Response.Body.FlushAsync();
        });
        using TestClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ConflictException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));
        Assert.Equal("{\"err", exception.RawBody);
    }

    [Theory]
    [InlineData("request-id")]
    [InlineData("x-ms-request-id")]
    [InlineData("X-Request-Id")]
    public async Task The_request_id_is_in_the_exception(string header)
    {
        ApiException exception = await FailAsync(new Answer(404, null, (header, "r7")));

        Assert.Equal("r7", exception.RequestId);
        Assert.Contains("r7", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_can_be_created_for_tests()
    {
        ApiException exception = new ResourceNotFoundException("itemNotFound", "Gone.", [new("request-id", "r")], "{}");

        Assert.Equal((404, "itemNotFound", "r", "{}"),
            (exception.Status, exception.Code, exception.RequestId, exception.RawBody));
        Assert.Equal("The service returned 404 (NotFound): itemNotFound: Gone. [request r]", exception.Message);
    }

    private static async Task<ApiException> FailAsync(Answer answer)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(answer);
        using TestClient client = server.CreateClient(options => options.Retry.MaxRetries = 0);
        return await Assert.ThrowsAnyAsync<ApiException>(() =>
            client.SendAsync(new TestRequest(HttpMethod.Get, "/items/{item-id}", "secret"), Watchdog.Token));
    }

    [Theory]
    [InlineData("""{"title":"Invalid","status":400,"errors":{"name":["is missing","is short"],"age":["is low"]}}""",
        "name: is missing|name: is short|age: is low")]
    [InlineData(
        """{"title":"Invalid","errors":[{"detail":"is missing","pointer":"#/name"},""" +
        """{"code":"low","message":"is low","field":"age"}]}""",
        "#/name: is missing|age: is low")]
    [InlineData(
        """{"error":{"code":"bad","message":"Invalid","details":""" +
        """[{"code":"x","message":"is missing","target":"name"}]}}""",
        "name: is missing")]
    [InlineData("""{"message":"Invalid","errors":["one",["nested"],{"other":1}]}""", ": one")]
    public async Task Errors_about_fields_come_after_the_main_error(string body, string expected)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(400, body));
        using TestClient client = server.CreateClient();

        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal(("Invalid", null), (error.Errors[0].Message, error.Errors[0].Target));
        Assert.Equal(expected, string.Join('|', error.Errors.Skip(1).Select(one => $"{one.Target}: {one.Message}")));
    }

    [Theory]
    [InlineData("""{"type":"t","title":"Bad","detail":"Worse"}""", "Bad", "Worse", "t: Bad: Worse")]
    [InlineData("""{"type":"t","title":"Bad"}""", null, "Bad", "t: Bad")]
    public async Task Problem_details_have_a_title_and_a_message(string body, string? title, string message,
        string shown)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(400, body));
        using TestClient client = server.CreateClient();

        ApiException error = await Assert.ThrowsAsync<ApiException>(
            () => client.SendAsync(TestRequest.Get(), Watchdog.Token));

        Assert.Equal((title, message), (error.Errors[0].Title, error.Errors[0].Message));
        Assert.EndsWith(shown, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_body_of_an_error_can_be_read_as_a_documented_type()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(409, """{"id":"7","name":"a"}"""), new Answer(409, "<html>"), new Answer(409));
        using TestClient client = server.CreateClient();

        Assert.Equal("7", (await FailAsync()).ReadBody<DriveItem>()?.Id);
        Assert.Null((await FailAsync()).ReadBody<DriveItem>());
        Assert.Null((await FailAsync()).ReadBody<DriveItem>());

        Task<ConflictException> FailAsync() =>
            Assert.ThrowsAsync<ConflictException>(() => client.SendAsync(TestRequest.Get(), Watchdog.Token));
    }
}
