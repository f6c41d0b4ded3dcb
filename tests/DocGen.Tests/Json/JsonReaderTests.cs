using DocGen.Generator.Json;

namespace DocGen.Tests.Json;

public class JsonReaderTests
{
    [Fact]
    public void Strict_JSON_is_read_without_a_finding()
    {
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(
            """{"s":"a\"\\\/\b\f\n\r\té","n":-0.5e+10,"i":0,"t":true,"f":false,"z":null,"o":{},"a":[1,[2],{}]}""");

        Assert.Empty(findings);
        JsonObject json = Assert.IsType<JsonObject>(value);
        Assert.Equal("a\"\\/\b\f\n\r\té", json["s"]!.AsString);
        Assert.Equal("-0.5e+10", Assert.IsType<JsonNumber>(json["n"]).Text);
        Assert.False(((JsonNumber)json["n"]!).IsInteger);
        Assert.True(((JsonNumber)json["i"]!).IsInteger);
        Assert.True(json["t"]!.AsBoolean);
        Assert.False(json["f"]!.AsBoolean);
        Assert.True(Assert.IsType<JsonLiteral>(json["z"]).IsNull);
        Assert.Empty(Assert.IsType<JsonObject>(json["o"]).Members);
        Assert.Equal(3, Assert.IsType<JsonArray>(json["a"]).Items.Count);
        Assert.Null(json["absent"]);
    }

    // For each violation of RFC 8259: the JSON, the faults, the text at each fault, and the value that is still read.
    [Theory]
    [InlineData("{/* c */\"a\":1}", nameof(JsonFault.Comment), "/* c */", "{a:1}")]
    [InlineData("{\"a\":1 // c\n}", nameof(JsonFault.Comment), "// c", "{a:1}")]
    [InlineData("{\"a\":1 // c", "Comment,Unterminated", "// c|{", "{a:1}")]
    [InlineData("{\"a\":1,}", nameof(JsonFault.TrailingComma), ",", "{a:1}")]
    [InlineData("[1,2,]", nameof(JsonFault.TrailingComma), ",", "[1,2]")]
    [InlineData("{\"a\":1\n\"b\":2}", nameof(JsonFault.MissingComma), "\"", "{a:1,b:2}")]
    [InlineData("{a:1}", nameof(JsonFault.UnquotedName), "a", "{a:1}")]
    [InlineData("{@odata.type:\"x\"}", nameof(JsonFault.UnquotedName), "@odata.type", "{@odata.type:'x'}")]
    [InlineData("{\"a\":b c}", nameof(JsonFault.UnquotedValue), "b c", "{a:b c}")]
    [InlineData("{'a':1}", nameof(JsonFault.SingleQuotes), "'", "{a:1}")]
    [InlineData("{\"a\":\u201Cx\u201D}", nameof(JsonFault.SingleQuotes), "\u201C", "{a:'x'}")]
    [InlineData("{\"a\":\"x\ny\"}", nameof(JsonFault.RawNewline), "\"x\ny", "{a:'x\ny'}")]
    [InlineData("{\"a\":1,...}", nameof(JsonFault.Ellipsis), "...", "{a:1}")]
    [InlineData("[1,...]", nameof(JsonFault.Ellipsis), "...", "[1]")]
    [InlineData("{\"a\":[\u2026]}", nameof(JsonFault.Ellipsis), "\u2026", "{a:[]}")]
    [InlineData("{\"a\":0123}", nameof(JsonFault.BadNumber), "0123", "{a:0123}")]
    [InlineData("{\"a\":1.}", nameof(JsonFault.BadNumber), "1.", "{a:1.}")]
    [InlineData("{\"a\":\"\\x\"}", nameof(JsonFault.BadEscape), "\\x", "{a:'\\x'}")]
    [InlineData("{\"a\":\"\\u12\"}", nameof(JsonFault.BadEscape), "\\u", "{a:'\\u12'}")]
    [InlineData("{\"a\":1,\"a\":2}", nameof(JsonFault.DuplicateName), "\"a\"", "{a:1,a:2}")]
    [InlineData("{\"a\":1", nameof(JsonFault.Unterminated), "{", "{a:1}")]
    [InlineData("{\"a\":\"x", "Unterminated,Unterminated", "\"x|{", "{a:'x'}")]
    [InlineData("{\"a\":1]", nameof(JsonFault.Unexpected), "]", "{a:1}")]
    [InlineData("{\"a\":}", nameof(JsonFault.Unexpected), "\"a\":", "{}")]
    [InlineData("{,\"a\":1}", nameof(JsonFault.Unexpected), ",", "{a:1}")]
    [InlineData("{\"a\":1} x", nameof(JsonFault.TrailingText), "x", "{a:1}")]
    [InlineData(" \n ", nameof(JsonFault.Empty), " \n ", "")]
    public void Invalid_JSON_is_reported_at_its_position_and_still_read(string text, string faults,
        string covered, string read)
    {
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(text);

        Assert.Equal(faults, string.Join(",", findings.Select(f => f.Fault)));
        Assert.Equal(covered, string.Join("|", findings.Select(f => text[f.Start..Math.Min(f.End, text.Length)])));
        Assert.Equal(read, Show(value));
    }

    [Fact]
    public void A_missing_quote_affects_only_its_member()
    {
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(
            "{\n\"a\": \"x,\n\"b\": \"y\",\n\"c\": 1\n}");

        JsonObject json = Assert.IsType<JsonObject>(value);
        Assert.Equal(["a", "b", "c"], json.Members.Select(m => m.Name));
        Assert.Equal("y", json["b"]!.AsString);
        Assert.Contains(findings, f => f.Fault == JsonFault.Unterminated);
    }

    [Fact]
    public void An_unreadable_member_is_skipped()
    {
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(
            "{\"a\":1, ?? oops, \"b\":{\"c\" 2, \"d\":3}, \"e\":4}");

        Assert.Equal("{a:1,b:{d:3},e:4}", Show(value));
        Assert.Equal([JsonFault.Unexpected, JsonFault.Unexpected], findings.Select(f => f.Fault));
    }

    [Fact]
    public void Every_JSON_value_and_name_has_its_span_in_the_text()
    {
        const string text = """  { "a" : [ 1 , "x" ] , b: true }  """;
        JsonObject json = Assert.IsType<JsonObject>(JsonReader.Read(text).Value);
        JsonArray array = Assert.IsType<JsonArray>(json["a"]);

        Assert.Equal(text.Trim(), text[json.Start..json.End]);
        Assert.Equal("\"a\"", text[json.Members[0].NameStart..json.Members[0].NameEnd]);
        Assert.Equal("b", text[json.Members[1].NameStart..json.Members[1].NameEnd]);
        Assert.Equal("[ 1 , \"x\" ]", text[array.Start..array.End]);
        Assert.Equal("1", text[array.Items[0].Start..array.Items[0].End]);
        Assert.Equal("\"x\"", text[array.Items[1].Start..array.Items[1].End]);
        Assert.Equal("true", text[json["b"]!.Start..json["b"]!.End]);
    }

    [Fact]
    public void The_first_value_of_a_duplicate_name_is_used() =>
        Assert.Equal("1", Show(((JsonObject)JsonReader.Read("""{"a":1,"a":2}""").Value!)["a"]));

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"false\"", false)]
    [InlineData("\"yes\"", null)]
    [InlineData("1", null)]
    public void A_Boolean_may_be_written_as_a_string(string text, bool? expected) =>
        Assert.Equal(expected, JsonReader.Read(text).Value!.AsBoolean);

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void JSON_nested_more_than_64_levels_deep_is_reported_and_not_read(int depth, bool isTooDeep)
    {
        IReadOnlyList<JsonFinding> findings = JsonReader.Read(new string('[', depth) + new string(']', depth)).Findings;

        Assert.Equal(isTooDeep, findings.Any(f => f.Fault == JsonFault.TooDeep));
        Assert.Equal(isTooDeep, findings.Count > 0);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("{\"a\":")]
    [InlineData("\"")]
    [InlineData(",")]
    [InlineData("/*")]
    [InlineData("//")]
    [InlineData("\\u")]
    [InlineData("a:\n")]
    [InlineData("\"\n\"")]
    [InlineData("\"a\n")]
    [InlineData("{\"a\":\"b\n")]
    public void Hostile_input_gets_a_bounded_number_of_findings(string piece)
    {
        const int count = 20_000;
        string text = "{" + string.Concat(Enumerable.Repeat(piece, count));

        IReadOnlyList<JsonFinding> findings = JsonReader.Read(text).Findings;

        // There are at most two findings for each character, and all are inside the text.
        Assert.InRange(findings.Count, 1, 2 * text.Length);
        Assert.All(findings, f => Assert.InRange(f.Start, 0, text.Length));
    }

    [Fact]
    public void A_duplicate_among_50000_names_is_found()
    {
        const int count = 50_000;
        string text = "{" + string.Join(",", Enumerable.Range(0, count).Select(i => $"\"m{i}\":{i}")) + ",\"m7\":0}";

        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(text);

        Assert.Equal(count + 1, ((JsonObject)value!).Members.Count);
        Assert.Equal(JsonFault.DuplicateName, Assert.Single(findings).Fault);
    }

    private static string Show(JsonValue? value) => value switch
    {
        null => "",
        JsonObject o => "{" + string.Join(",", o.Members.Select(m => m.Name + ":" + Show(m.Value))) + "}",
        JsonArray a => "[" + string.Join(",", a.Items.Select(Show)) + "]",
        JsonString s => "'" + s.Value + "'",
        JsonNumber n => n.Text,
        JsonLiteral l => l.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
