using System.Buffers;
using System.Text;
using System.Text.Json;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

/// <summary>
/// Tests values that do not fit their documented type, for each row of the table of <see cref="Misfit"/>.
/// </summary>
public sealed class MisfitTests
{
    [Theory]
    // String, enumeration
    [InlineData("text", "7", "\"7\"")]
    [InlineData("text", "-1.50e3", "\"-1.50e3\"")]
    [InlineData("text", "true", "\"true\"")]
    [InlineData("text", "false", "\"false\"")]
    [InlineData("choice", "2", "\"2\"")]
    [InlineData("choice", "\"merge\"", "\"merge\"")]
    // Boolean
    [InlineData("flag", "\"true\"", "true")]
    [InlineData("flag", "\"False\"", "false")]
    // Integer
    [InlineData("int", "3.0", "3")]
    [InlineData("int", "3e0", "3")]
    [InlineData("int", "-1.20E2", "-120")]
    [InlineData("int", "0.0", "0")]
    [InlineData("int", "-0", "0")]
    [InlineData("int", "\"3\"", "3")]
    [InlineData("int", "\"\\u0033\"", "3")]
    [InlineData("int", "\"3.0\"", "3")]
    [InlineData("long", "9223372036854775807.0", "9223372036854775807")]
    [InlineData("long", "-9223372036854775808.0", "-9223372036854775808")]
    [InlineData("long", "\"9007199254740993\"", "9007199254740993")]
    [InlineData("tiny", "2.55e2", "255")]
    [InlineData("short", "\"-32768\"", "-32768")]
    // Single, Double
    [InlineData("double", "\"1.5\"", "1.5")]
    [InlineData("double", "\"INF\"", "\"INF\"")]
    [InlineData("double", "1", "1")]
    [InlineData("double", "0", "0")]
    [InlineData("double", "0.000", "0")]
    [InlineData("double", "1e300", "1E+300")]
    [InlineData("double", "5e-324", "5E-324")]
    [InlineData("double", "0.30000000000000004", "0.30000000000000004")]
    [InlineData("double", "47.640568390488626", "47.640568390488625")]
    [InlineData("double", "0.1000000000000000055511151231257827", "0.1")]
    [InlineData("double", "5.684341886080802E-14", "5.684341886080802E-14")]
    [InlineData("double", "9007199254740992", "9007199254740992")]
    [InlineData("double", "123456789012345680000", "1.2345678901234568E+20")]
    [InlineData("single", "0.1", "0.1")]
    [InlineData("single", "3.4028235e38", "3.4028235E+38")]
    // Decimal
    [InlineData("decimal", "\"1.10\"", "1.10")]
    [InlineData("decimal", "1.10", "1.10")]
    [InlineData("decimal", "1e2", "100")]
    [InlineData("decimal", "79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("decimal", "0.1000000000000000000000000000000000", "0.1000000000000000000000000000")]
    // Guid
    [InlineData("guid", "\"{11111111-2222-3333-4444-55555555555A}\"", "\"11111111-2222-3333-4444-55555555555a\"")]
    [InlineData("guid", "\"1111111122223333444455555555555a\"", "\"11111111-2222-3333-4444-55555555555a\"")]
    // Instant
    [InlineData("instant", "\"2026-05-17\"", "\"2026-05-17T00:00:00Z\"")]
    [InlineData("instant", "\"2026-05-17T08:00:00\"", "\"2026-05-17T08:00:00Z\"")]
    [InlineData("instant", "\"2026-05-17 08:00:00Z\"", "\"2026-05-17T08:00:00Z\"")]
    [InlineData("instant", "\"2026-05-17t08:00:00z\"", "\"2026-05-17T08:00:00Z\"")]
    [InlineData("instant", "\"2026-05-17T08:00:00.5+0200\"", "\"2026-05-17T08:00:00.5+02:00\"")]
    [InlineData("instant", "\"2026-05-17T24:00:00Z\"", "\"2026-05-18T00:00:00Z\"")]
    [InlineData("instant", "\"2026-12-31T24:00:00.000-05:00\"", "\"2027-01-01T00:00:00-05:00\"")]
    [InlineData("instant", "\"2026-05-17T08:00:00.123456789Z\"", "\"2026-05-17T08:00:00.1234567Z\"")]
    // Date, TimeOfDay, Duration
    [InlineData("date", "\"2026-05-17T00:00:00\"", "\"2026-05-17\"")]
    [InlineData("date", "\"2026-05-17T00:00:00.000Z\"", "\"2026-05-17\"")]
    [InlineData("time", "\"08:00:00.123456789\"", "\"08:00:00.1234567\"")]
    [InlineData("duration", "\"PT24H\"", "\"P1D\"")]
    // Binary
    [InlineData("bytes", "\"-_8\"", "\"+/8=\"")]
    // Any JSON
    [InlineData("any", """{"a":{"b":[1,"\u00e9"]}}""", """{"a":{"b":[1,"é"]}}""")]
    // Lists
    [InlineData("texts", "[1,true,null,\"a\"]", "[\"1\",\"true\",null,\"a\"]")]
    [InlineData("ints", "[1.0,\"2\"]", "[1,2]")]
    [InlineData("choices", "[1,\"a\"]", "[\"1\",\"a\"]")]
    [InlineData("folders", "[null,{}]", "[null,{}]")]
    [InlineData("rows", "[null,[1]]", "[null,[1]]")]
    public void A_value_is_converted_if_nothing_is_lost(string member, string sent, string written)
    {
        Response<Kinds> response = Read($$"""{"{{member}}":{{sent}}}""");

        Assert.Empty(response.GetMisfits());
        Assert.Empty(response.Value.GetMisfits());
        Assert.Equal($$"""{"{{member}}":{{written}}}""", JsonText.Present(response.Value));
        Assert.Empty(response.Value.AdditionalProperties);
    }

    [Theory]
    [InlineData("text", "{}")]
    [InlineData("text", "[\"a\"]")]
    [InlineData("text", "\"\\uD83D\"")]
    [InlineData("choice", "{}")]
    [InlineData("flag", "1")]
    [InlineData("flag", "\"yes\"")]
    [InlineData("flag", "\"\"")]
    [InlineData("int", "1.5")]
    [InlineData("int", "2147483648")]
    [InlineData("int", "1e99999999999999999999")]
    [InlineData("int", "\"\"")]
    [InlineData("int", "\"007\"")]
    [InlineData("int", "\"+1\"")]
    [InlineData("int", "\"1 \"")]
    [InlineData("int", "\"0x1\"")]
    [InlineData("int", "true")]
    [InlineData("int", "\"\\uD83D\"")]
    [InlineData("tiny", "256")]
    [InlineData("tiny", "-1")]
    [InlineData("short", "32768")]
    [InlineData("long", "9223372036854775808")]
    [InlineData("double", "1e400")]
    [InlineData("double", "1e-400")]
    [InlineData("double", "12345678901234567890")]
    [InlineData("double", "9007199254740993")]
    [InlineData("double", "123456789012345.678")]
    [InlineData("double", "\"1,5\"")]
    [InlineData("double", "\"Infinity\"")]
    [InlineData("double", "\" 1\"")]
    [InlineData("double", "\"\"")]
    [InlineData("single", "1e39")]
    [InlineData("single", "0.123456789012")]
    [InlineData("decimal", "1e-30")]
    [InlineData("decimal", "1e30")]
    [InlineData("decimal", "0.12345678901234567890123456789")]
    [InlineData("decimal", "\"1,5\"")]
    [InlineData("guid", "\"x\"")]
    [InlineData("guid", "1")]
    [InlineData("guid", "\"\"")]
    [InlineData("instant", "\"\"")]
    [InlineData("instant", "\"yesterday\"")]
    [InlineData("instant", "1779004800")]
    [InlineData("instant", "\"2026-06-30T23:59:60Z\"")]
    [InlineData("instant", "\"2026-05-17T24:00:01Z\"")]
    [InlineData("instant", "\"9999-12-31T24:00:00Z\"")]
    [InlineData("instant", "\"0001-01-01T00:00:00+14:00\"")]
    [InlineData("instant", "\"\\uD83D\"")]
    [InlineData("date", "\"2026-05-17T08:00:00Z\"")]
    [InlineData("date", "\"2026-05-17T00:00:00+02:00\"")]
    [InlineData("date", "\"17.05.2026\"")]
    [InlineData("time", "\"24:00:00\"")]
    [InlineData("time", "\"08:00:00.12345678x\"")]
    [InlineData("duration", "\"P1M\"")]
    [InlineData("duration", "\"01:00:00\"")]
    [InlineData("duration", "3600")]
    [InlineData("bytes", "\"*\"")]
    [InlineData("bytes", "[1,2]")]
    [InlineData("any", """{"a":1,"a":2}""")]
    [InlineData("any", """["\uDE00"]""")]
    [InlineData("any", "\"\\uD83D\"")]
    [InlineData("object", "[1]")]
    [InlineData("object", """{"b":{"a":1,"\u0061":2}}""")]
    [InlineData("folder", "7")]
    [InlineData("folder", "[]")]
    [InlineData("folder", "\"a\"")]
    [InlineData("texts", "\"a\"")]
    [InlineData("texts", "{}")]
    [InlineData("texts", "[{}]")]
    [InlineData("ints", "[1,null,3]")]
    [InlineData("ints", "[1,[2,{\"a\":[]}],3]")]
    [InlineData("choices", "[\"a\",null]")]
    [InlineData("folders", "[{\"view\":\"a\"},7,{\"view\":\"b\"}]")]
    [InlineData("folders", "{\"view\":\"a\"}")]
    [InlineData("rows", "[[1],[2,null]]")]
    [InlineData("rows", "[1]")]
    public void A_value_that_does_not_fit_is_kept_and_reported(string member, string sent)
    {
        string json = $$"""{"{{member}}":{{sent}},"view":"next"}""";
        Response<Kinds> response = Read(json);

        Misfit misfit = Assert.Single(response.GetMisfits());
        Assert.StartsWith("$." + member, misfit.Path, StringComparison.Ordinal);
        Assert.Contains(misfit.Json, sent, StringComparison.Ordinal);
        Misfit own = Assert.Single(response.Value.GetMisfits());
        Assert.Equal(("$." + member, sent), (own.Path, own.Json));
        Assert.NotEmpty(misfit.Expected);
        // The member is absent, and its JSON is written as it was read.
        Assert.Equal(json, JsonText.Present(response.Value));
        Assert.Equal(json, JsonText.Present(response.Value.Clone()));
        Assert.Equal([member, "view"], response.Value.AdditionalProperties.Select(one => one.Key));
        Assert.Equal(json, JsonText.Present(response.Value));
        var error = Assert.Throws<UnexpectedResponseException>(() => Read(json, strict: true));
        Assert.Equal((200, json), (error.Status, error.RawBody));
        Assert.Equal(response.GetMisfits(), error.Misfits);
        Assert.Contains(misfit.Path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("flag")]
    [InlineData("int")]
    [InlineData("double")]
    [InlineData("instant")]
    [InlineData("any")]
    [InlineData("folder")]
    [InlineData("ints")]
    public void Null_fits_every_member(string member)
    {
        Response<Kinds> response = Read($$"""{"{{member}}":null}""");

        Assert.Empty(response.GetMisfits());
        Assert.Equal($$"""{"{{member}}":null}""", JsonText.Present(response.Value));
    }

    [Fact]
    public void A_misfit_has_the_JSON_path_of_its_value()
    {
        Response<DriveItem> response = JsonText.Respond<DriveItem>(
            """{"size":"big","children":[{"folder":{"childCount":1.5}},""" +
            """{"ratings":[1,{"x":0}],"tags":7,"name":"n"}],"folder":{"view":["v"]}}""",
            JsonRead.Resource<DriveItem>);

        Assert.Equal(
            ["$.size \"big\"", "$.children[0].folder.childCount 1.5", "$.children[1].ratings[1] {\"x\":0}",
                "$.children[1].tags 7", "$.folder.view [\"v\"]"],
            response.GetMisfits().Select(one => $"{one.Path} {one.Json}"));
        Assert.Equal("n", response.Value.Children![1].Name);
        Assert.Equal("$.size: expected an integer from -9223372036854775808 to 9223372036854775807, found \"big\"",
            response.GetMisfits()[0].ToString());
    }

    [Fact]
    public void Assigning_a_member_replaces_the_value_that_did_not_fit()
    {
        DriveItem item = JsonText.ReadItem("""{"id":"1","size":"big","x":1}""");
        Assert.Equal("big", (string?)item.AdditionalProperties["size"]);
        item.Size = 7;

        Assert.Equal("""{"id":"1","size":7,"x":1}""", JsonText.Present(item));
        Assert.Equal("""{"size":7}""", JsonText.Changes(item));
        Assert.Equal(["x"], item.AdditionalProperties.Select(one => one.Key));
        Assert.Empty(item.GetMisfits());
    }

    [Fact]
    public void A_value_that_did_not_fit_is_sent_as_a_change_only_after_an_assignment()
    {
        DriveItem item = JsonText.ReadItem("""{"id":"1","size":"big"}""");
        item.Name = "n";
        Assert.Equal("""{"name":"n"}""", JsonText.Changes(item));
        item.AdditionalProperties["size"] = "huge";

        Assert.Equal("""{"size":"huge"}""", JsonText.Changes(item));
    }

    [Fact]
    public void The_first_of_two_members_with_the_same_name_is_read_and_the_second_is_reported()
    {
        Response<DriveItem> response = JsonText.Respond<DriveItem>(
            """{"name":"a","name":{"b":1}""" +
            ""","id":"1","@odata.type":"#contoso.driveItem","@odata.type":"#x","size":"x","size":7}""",
            JsonRead.Resource<DriveItem>);

        Assert.Equal(("a", "1", "#contoso.driveItem"),
            (response.Value.Name, response.Value.Id, response.Value.ODataType));
        Assert.Equal(["$.name", "$['@odata.type']", "$.size"], response.GetMisfits().Select(one => one.Path));
        // The first "size" does not fit and the second does, so the member has the second value.
        Assert.Equal("""{"@odata.type":"#contoso.driveItem","id":"1","name":"a","size":7}""",
            JsonText.Present(response.Value));
    }

    [Fact]
    public void Values_that_do_not_fit_are_written_in_linear_time()
    {
        // Each level checks which of its members are present. If that check wrote the nested levels, each level would
        // double the work.
        string json = string.Concat(Enumerable.Repeat("""{"size":"x","children":[""", 28))
            + string.Concat(Enumerable.Repeat("]}", 28));
        DriveItem item = JsonText.ReadItem(json);
        _ = item.AdditionalProperties;

        Assert.Equal(28, JsonText.Present(item).Split("\"x\"").Length - 1);
    }

    [Fact]
    public void ResourceJson_keeps_and_reports_misfits()
    {
        DriveItem item = ResourceJson.Read<DriveItem>("""{"size":"big"}"""u8)!;
        var buffer = new ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, item);

        Assert.Equal("""{"size":"big"}""", Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal("$.size", Assert.Single(item.GetMisfits()).Path);
        Assert.Equal("$.size", Assert.Throws<JsonException>(
            () => ResourceJson.Read<DriveItem>("""{"size":"big"}"""u8, throwOnMisfits: true)).Path);
        Assert.Equal("$[1].size",
            Assert.Throws<JsonException>(
                () => ResourceJson.ReadList<DriveItem>("""[{},{"size":"big"}]"""u8, throwOnMisfits: true)).Path);
    }

    [Theory]
    [InlineData("""{"size":"big","ratings":[1,null],"a":{"b":1,"b":2},"c":"\uD83D"}""")]
    [InlineData("""{"size":[],"\uD83D":1,"children":[{"size":{}}]}""")]
    public async Task JsonSerializer_keeps_misfits(string json)
    {
        var options = new JsonSerializerOptions
        {
            Converters = { new ResourceConverter<DriveItem>() },
            DefaultBufferSize = 1
        };
        DriveItem item = JsonSerializer.Deserialize<DriveItem>(json, options)!;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        DriveItem pieces = (await JsonSerializer.DeserializeAsync<DriveItem>(stream, options))!;

        Assert.NotEmpty(item.GetMisfits());
        Assert.Equal(item.GetMisfits(), pieces.GetMisfits());
        Assert.Equal(Sorted(json), Sorted(JsonSerializer.Serialize(item, options)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<DriveItem>("[1]", options));
    }

    [Theory]
    [InlineData("""{"value":[{"id":"1"},{"id":"2","size":"x"},{"id":"3"}]}""", "1 2 3", "$.value[1].size")]
    [InlineData("""{"value":[{"id":"1"},7,null,{"id":"3"}]}""", "1 3", "$.value[1] $.value[2]")]
    [InlineData("""{"value":[],"value":[{"id":"1"}]}""", "", "$.value")]
    [InlineData("""{"id":"1","name":"n"}""", "1", "$")]
    [InlineData("""{"value":{"id":"1"}}""", "1", "$.value")]
    [InlineData("""{"value":[{"id":"1"}],"@odata.count":"2"}""", "1", "")]
    [InlineData("""{"value":[{"id":"1"}],"@odata.count":"many"}""", "1", "$['@odata.count']")]
    [InlineData("""{"value":null}""", "", "")]
    [InlineData("""[{"id":"1","size":{}}]""", "1", "$[0].size")]
    public async Task A_page_keeps_the_items_that_can_be_read(string json, string ids, string paths)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, json));
        using TestClient client = server.CreateClient();
        Page<DriveItem> page = await client.SendAsync(new ItemListRequest(), Watchdog.Token);

        Assert.Equal(ids, string.Join(' ', page.Values.Select(item => item.Id)));
        Assert.Equal(paths, string.Join(' ', page.RawResponse.GetMisfits().Select(misfit => misfit.Path)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":{"code":"x"}}""")]
    [InlineData("""{"items":[{"id":"1"}]}""")]
    [InlineData("""{"@odata.nextLink":"/v1.0/items?page=2"}""")]
    [InlineData("""{"value":7}""")]
    [InlineData("""{"value":{"a":1}}""")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData(" \n")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task A_body_that_is_not_a_page_is_an_error_and_not_an_empty_page(string json)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(200, json, ("request-id", "r")));
        using TestClient client = server.CreateClient();

        var error = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => client.SendAsync(new ItemListRequest(), Watchdog.Token));
        Assert.Equal((200, "r", json), (error.Status, error.RequestId, error.RawBody ?? ""));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task A_response_without_content_is_an_empty_page(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(status));
        using TestClient client = server.CreateClient();

        Assert.Empty((await client.SendAsync(new ItemListRequest(), Watchdog.Token)).Values);
    }

    [Fact]
    public async Task ThrowOnMisfits_throws_an_exception_with_the_request_id_and_all_misfits_of_a_page()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"value":[{"size":"x"},7]}""", ("request-id", "r")));
        using TestClient client = server.CreateClient(options => options.ThrowOnMisfits = true);

        var error = await Assert.ThrowsAsync<UnexpectedResponseException>(
            () => client.SendAsync(new ItemListRequest(), Watchdog.Token));
        Assert.Equal(("r", 2), (error.RequestId, error.Misfits.Count));
    }

    [Fact]
    public async Task The_result_of_a_job_reports_its_misfits()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(202, null, ("Location", "/v1.0/monitor/1")), new Answer(200, """{"id":"1","size":"x"}"""));
        using TestClient client = server.CreateClient();
        ItemCopyResponse response = await client.SendAsync(new ItemCopyRequest(), Watchdog.Token);
        DriveItem item = await response.WaitForCompletionAsync(cancellationToken: Watchdog.Token);

        Assert.Equal("$.size", Assert.Single(item.GetMisfits()).Path);
        Assert.Equal("$.size", Assert.Single(response.GetMisfits()).Path);
    }

    [Fact]
    public async Task A_step_of_a_batch_reports_its_misfits()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(
            new Answer(200, """{"responses":[{"id":"1","status":200,"body":{"id":"1","size":"\uD83D"}}]}"""));
        using TestClient client = server.CreateClient();
        var batch = new Batch(client);
        BatchStep<Response<DriveItem>> step = batch.Add(TestRequest.Get());
        await batch.SendAsync(Watchdog.Token);

        Assert.Equal(("$.size", "\"\\uD83D\""),
            (step.Response.GetMisfits()[0].Path, step.Response.GetMisfits()[0].Json));
    }

    private static Response<Kinds> Read(string json, bool strict = false) =>
        JsonText.Respond<Kinds>(json, JsonRead.Resource<Kinds>, options => options.ThrowOnMisfits = strict);

    private static string Sorted(string json) => string.Concat(json.Order());
}
