using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

public sealed class ReadingTests
{
    [Fact]
    public void Members_are_read_in_any_order_and_null_is_null()
    {
        DriveItem item = JsonText.ReadItem("""{"size":7,"name":null,"tags":["a",null,"b"],"id":"1","ratings":[1,2]}""");

        Assert.Equal((7L, null, "1"), (item.Size, item.Name, item.Id));
        Assert.Equal(["a", null!, "b"], item.Tags!);
        Assert.Equal([1, 2], item.Ratings!);
        Assert.Null(item.Children);
    }

    [Fact]
    public void Escaped_member_names_are_recognized()
    {
        Assert.Equal(5, JsonText.ReadItem("""{"s\u0069ze":5}""").Size);
    }

    [Fact]
    public void Unknown_enum_values_are_kept()
    {
        Assert.Equal("merge", JsonText.ReadItem("""{"conflict":"merge"}""").Conflict!.Value.Value);
        Assert.Equal(ConflictBehavior.Rename, JsonText.ReadItem("""{"conflict":"rename"}""").Conflict);
    }

    [Theory]
    [InlineData("""{"@odata.type":"#contoso.driveItem","size":7}""")]
    [InlineData("""{"extra":{"@odata.type":"#contoso.other","a":[{}]},"size":7,"@odata.type":"#contoso.driveItem"}""")]
    [InlineData("""{"size":7,"@odata.type":"https://contoso.example/$metadata#contoso.driveItem"}""")]
    public void The_type_annotation_determines_the_class_at_any_position(string json)
    {
        BaseItem item = JsonText.Read<BaseItem>(json, JsonRead.Resource<BaseItem>)!;

        Assert.Equal(7, Assert.IsType<DriveItem>(item).Size);
        Assert.EndsWith("#contoso.driveItem", item.ODataType, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_type_is_read_as_the_base_class_without_loss()
    {
        const string Json = """{"@odata.type":"#contoso.mystery","id":"1","secret":{"a":1}}""";
        BaseItem item = JsonText.Read<BaseItem>(Json, JsonRead.Resource<BaseItem>)!;

        Assert.IsType<BaseItem>(item);
        Assert.Equal(Json, JsonText.Present(item));
    }

    [Theory]
    [InlineData("""{"id":"1","size":7""", "$.size")]
    [InlineData("""{"a b":[[{}]],"children":[{},{"children":[{"name":"x"},{"name":]}]}""",
        "$.children[1].children[1].name")]
    [InlineData("""[]""", "$")]
    [InlineData("""7""", "$")]
    public void A_body_that_is_not_a_JSON_object_is_an_error_with_its_path(string json, string path)
    {
        var exception = Assert.Throws<UnexpectedResponseException>(() => JsonText.ReadItem(json));
        var cause = Assert.IsType<JsonException>(exception.InnerException);

        Assert.Equal((200, json, path), (exception.Status, exception.RawBody, cause.Path));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(cause.LineNumber);
    }

    [Fact]
    public void Too_deep_nesting_is_an_error()
    {
        string json = string.Concat(Enumerable.Repeat("""{"children":[""", 40))
            + string.Concat(Enumerable.Repeat("]}", 40));

        Assert.Throws<UnexpectedResponseException>(() => JsonText.ReadItem(json));
    }

    [Fact]
    public void Text_after_the_value_is_an_error()
    {
        Assert.Throws<UnexpectedResponseException>(() => JsonText.ReadItem("{} {}"));
    }

    [Fact]
    public void Numbers_outside_the_range_of_their_type_are_refused()
    {
        Assert.Equal((byte)255, JsonText.Read<byte>("255", JsonRead.Value<byte>));
        Assert.Equal((sbyte)-128, JsonText.Read<sbyte>("-128", JsonRead.Value<sbyte>));
        Assert.Equal(short.MinValue, JsonText.Read<short>("-32768", JsonRead.Value<short>));
        Assert.Equal(79228162514264337593543950335m,
            JsonText.Read<decimal>("79228162514264337593543950335", JsonRead.Value<decimal>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<byte>("256", JsonRead.Value<byte>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<sbyte>("128", JsonRead.Value<sbyte>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<short>("32768", JsonRead.Value<short>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<decimal>("1e30", JsonRead.Value<decimal>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<double>("1e999", JsonRead.Value<double>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<float>("1e39", JsonRead.Value<float>));
    }

    [Theory]
    [InlineData("\"INF\"", double.PositiveInfinity)]
    [InlineData("\"-INF\"", double.NegativeInfinity)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("0.1", 0.1)]
    public void Numbers_that_are_not_finite_are_read_from_strings(string json, double value)
    {
        Assert.Equal(value, JsonText.Read<double>(json, JsonRead.Value<double>));
        Assert.Equal((float)value, JsonText.Read<float>(json, JsonRead.Value<float>));
    }

    [Theory]
    [InlineData("2026-05-17T08:00:00Z", 0)]
    [InlineData("2026-05-17T08:00:00.1234567Z", 0)]
    [InlineData("2026-05-17T08:00:00+02:00", 2)]
    [InlineData("2026-05-17T08:00:00-05:00", -5)]
    [InlineData("2026-05-17T08:00:00", 0)]
    public void A_time_without_an_offset_is_utc_on_every_machine(string text, int hours)
    {
        DateTimeOffset value = JsonText.Read<DateTimeOffset>($"\"{text}\"", JsonRead.Value<DateTimeOffset>);

        Assert.Equal((8, TimeSpan.FromHours(hours)), (value.Hour, value.Offset));
    }

    [Theory]
    [InlineData("2026-02-29T08:00:00Z")]
    [InlineData("2026-13-01T08:00:00Z")]
    [InlineData("2026-00-01T08:00:00Z")]
    [InlineData("0000-01-01T08:00:00Z")]
    [InlineData("2026-01-01T24:00:01Z")]
    [InlineData("2026-01-01T23:60:00Z")]
    [InlineData("2026-01-01T23:59:60Z")]
    [InlineData("2026-01-0aT08:00:00Z")]
    [InlineData("2026-01-01_08:00:00Z")]
    public void An_invalid_date_or_time_is_refused(string text) =>
        Assert.Throws<UnexpectedResponseException>(
            () => JsonText.Read<DateTimeOffset>($"\"{text}\"", JsonRead.Value<DateTimeOffset>));

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static TheoryData<string> Texts =>
    [
        "", "plain", "grün", "日本", "😀", "a\0b", "\"{01},1\"", "\\/\b\f\n\r\t", "\u007f\u0080", "é and \"quotes\"",
        "😀 and \"quotes\"",
        new string('x', 127), new string('x', 128), new string('x', 129), "\"" + new string('x', 128) + "\"",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_string_is_read_with_any_escaping(string text)
    {
        string escaped = string.Concat(
            text.Select(c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")));
        string shortest = JsonSerializer.Serialize(text, Relaxed);

        Assert.Equal(text, JsonText.Read<string>($"\"{escaped}\"", JsonRead.Value<string>));
        Assert.Equal(text, JsonText.Read<string>(shortest, JsonRead.Value<string>));
        Assert.Equal(text, JsonText.Read<string>(shortest.Replace("/", "\\/", StringComparison.Ordinal),
            JsonRead.Value<string>));
    }

    [Theory]
    [InlineData("""
        "\uD83D"
        """)]
    [InlineData("""
        "\uDE00\uD83D"
        """)]
    [InlineData("""
        "\x"
        """)]
    [InlineData("""
        "\u12G4"
        """)]
    public void A_string_with_an_invalid_escape_or_surrogate_is_refused(string json) =>
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<string>(json, JsonRead.Value<string>));

    [Fact]
    public void Dates_times_and_durations_follow_the_specification()
    {
        Assert.Equal(new DateOnly(2026, 5, 17), JsonText.Read<DateOnly>("\"2026-05-17\"", JsonRead.Value<DateOnly>));
        Assert.Equal(new TimeOnly(7, 59, 59, 999),
            JsonText.Read<TimeOnly>("\"07:59:59.999\"", JsonRead.Value<TimeOnly>));
        Assert.Equal(new TimeOnly(7, 59), JsonText.Read<TimeOnly>("\"07:59\"", JsonRead.Value<TimeOnly>));
        Assert.Equal(new TimeSpan(1, 2, 3, 4, 500),
            JsonText.Read<TimeSpan>("\"P1DT2H3M4.5S\"", JsonRead.Value<TimeSpan>));
        Assert.Equal(-TimeSpan.FromMinutes(1), JsonText.Read<TimeSpan>("\"-PT1M\"", JsonRead.Value<TimeSpan>));
        Assert.Throws<UnexpectedResponseException>(
            () => JsonText.Read<DateOnly>("\"17.05.2026\"", JsonRead.Value<DateOnly>));
        Assert.Throws<UnexpectedResponseException>(
            () => JsonText.Read<TimeOnly>("\"25:00\"", JsonRead.Value<TimeOnly>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<TimeSpan>("\"P1M\"", JsonRead.Value<TimeSpan>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<TimeSpan>("\"1:00\"", JsonRead.Value<TimeSpan>));
    }

    [Theory]
    [InlineData("\"+/8=\"")]
    [InlineData("\"-_8\"")]
    [InlineData("\"-_8=\"")]
    public void Binary_is_read_as_base64_or_base64url(string json)
    {
        Assert.Equal([0xFB, 0xFF], JsonText.Read<byte[]>(json, JsonRead.Value<byte[]>)!);
    }

    [Fact]
    public void Values_of_the_wrong_kind_are_refused()
    {
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<byte[]>("\"*\"", JsonRead.Value<byte[]>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<Guid>("\"x\"", JsonRead.Value<Guid>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<bool>("\"yes\"", JsonRead.Value<bool>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<string>("[1]", JsonRead.Value<string>));
        Assert.Throws<UnexpectedResponseException>(() => JsonText.Read<JsonObject>("[1]", JsonRead.Value<JsonObject>));
    }

    [Fact]
    public void Untyped_json_is_kept()
    {
        Assert.Equal("[1,{\"a\":null}]",
            JsonText.Read<JsonNode>("[1,{\"a\":null}]", JsonRead.Value<JsonNode>)!.ToJsonString());
        Assert.Equal("{\"a\":1}", JsonText.Read<JsonObject>("{\"a\":1}", JsonRead.Value<JsonObject>)!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"value":{"id":"1"}}""")]
    [InlineData("""{"@odata.context":"x","value":{"id":"1"},"@odata.etag":"y"}""")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"value":{"id":"2"},"id":"1"}""")]
    public void A_resource_in_a_value_member_is_unwrapped(string json)
    {
        DriveItem item = JsonText.ReadValue<DriveItem>(json, JsonRead.Resource<DriveItem>)!;

        Assert.Equal("1", item.Id);
    }

    [Fact]
    public void Reading_does_not_depend_on_the_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            Assert.Equal(-1.5, JsonText.Read<double>("-1.5", JsonRead.Value<double>));
            Assert.Equal(new DateOnly(2026, 5, 17),
                JsonText.Read<DateOnly>("\"2026-05-17\"", JsonRead.Value<DateOnly>));
            Assert.Equal(-5, JsonText.ReadItem("""{"size":-5}""").Size);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
