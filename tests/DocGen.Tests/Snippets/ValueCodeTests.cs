namespace DocGen.Tests.Snippets;

/// <summary>Tests of the C# code for each kind of JSON value.</summary>
public class ValueCodeTests
{
    private static string Created(string type, string json, params (string Path, string Text)[] more) =>
        ShownSnippets.CodeOf(
    [
        ShownSnippets.Resource("book", $"| value | {type} | A value. |"),
        .. more,
        ShownSnippets.Page("docs/book-create.md", "POST /books",
            $"POST /books\nContent-Type: application/json\n\n{{\"value\": {json}}}",
            "## Request body\n\nSupply a [book](book.md)."),
    ]);

    [Theory]
    [InlineData("String", "\"a \\\"b\\\" \\u00e9\\n\\u202e\"", "\"a \\\"b\\\" é\\n\\u202E\"")]
    [InlineData("Boolean", "true", "true")]
    [InlineData("Int32", "-5", "-5")]
    [InlineData("Int64", "5000000000", "5000000000")]
    [InlineData("Double", "1.50", "1.50")]
    [InlineData("Decimal", "1.50", "1.50m")]
    [InlineData("Guid", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "new(\"0f8fad5b-d9cb-469f-a165-70867728950e\")")]
    [InlineData("DateTimeOffset", "\"2026-05-17T08:00:00Z\"", "new(2026, 5, 17, 8, 0, 0, TimeSpan.Zero)")]
    [InlineData("DateTimeOffset", "\"2026-05-17T08:00:00.25+05:30\"",
        "new(2026, 5, 17, 8, 0, 0, 250, TimeSpan.FromMinutes(330))")]
    [InlineData("DateTimeOffset", "\"2026-05-17T08:00:00.1234567-08:00\"",
        "new DateTimeOffset(2026, 5, 17, 8, 0, 0, 123, TimeSpan.FromHours(-8)).AddTicks(4567)")]
    [InlineData("Date", "\"2026-05-17\"", "new(2026, 5, 17)")]
    [InlineData("TimeOfDay", "\"08:30:00\"", "new(8, 30)")]
    [InlineData("TimeOfDay", "\"08:30:05.5\"", "new(8, 30, 5, 500)")]
    [InlineData("Duration", "\"PT90M\"", "TimeSpan.FromMinutes(90)")]
    [InlineData("Duration", "\"P2D\"", "TimeSpan.FromDays(2)")]
    [InlineData("Binary", "\"AQID\"", "Convert.FromBase64String(\"AQID\")")]
    [InlineData("Json", "{\"a\": [1, null, \"b\"]}",
        "new JsonObject { [\"a\"] = new JsonArray(1, (JsonNode?)null, \"b\") }")]
    [InlineData("String collection", "[\"a\", \"b\"]", "[\"a\", \"b\"]")]
    [InlineData("Guid collection", "[\"0f8fad5b-d9cb-469f-a165-70867728950e\"]",
        "[new(\"0f8fad5b-d9cb-469f-a165-70867728950e\")]")]
    [InlineData("String", "null", "null")]
    public void A_value_is_written_as_its_documented_type(string type, string json, string code) =>
        Assert.Contains("Value = " + code,
            System.Text.RegularExpressions.Regex.Replace(Created(type, json), "\\s+", " ")
                .Replace("[ ", "[", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"paper\"", "Binding.Paper")]
    [InlineData("\"leather\"", "\"leather\"")]
    public void A_documented_enum_value_is_written_as_its_CSharp_name(string json, string code)
    {
        const string Values =
            "# binding enum type\n\n## Members\n\n| Member | Description |\n|:---|:---|\n| paper | Soft. |\n" +
            "| cloth | Hard. |\n";

        Assert.Contains("Value = " + code, Created("[binding](binding.md)", json, ("docs/binding.md", Values)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_object_is_created_with_its_annotated_type()
    {
        (string, string)[] types =
        [
            ShownSnippets.Resource("part", "| title | String | The title. |"),
            ShownSnippets.Resource("chapter", "| number | Int32 | The number. |", ", \"baseType\": \"lib.part\""),
        ];

        Assert.Contains("Value = new() { Title = \"a\" }", Created("[part](part.md)", "{\"title\": \"a\"}", types),
            StringComparison.Ordinal);
        Assert.Contains(
            "Value = new Chapter { Number = 1, Title = \"a\" }",
            Created("[part](part.md)", "{\"@odata.type\": \"#lib.chapter\", \"number\": 1, \"title\": \"a\"}", types),
            StringComparison.Ordinal);
        Assert.Contains(
            "Value = [new Chapter { Number = 1 }, new()]",
            Created("[part](part.md) collection", "[{\"@odata.type\": \"#lib.chapter\", \"number\": 1}, {}]", types),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Int32", "\"five\"", "value")]
    [InlineData("DateTimeOffset", "\"datetime-value\"", "value")]
    public void A_value_of_the_wrong_type_is_set_through_AdditionalProperties(string type, string json,
        string name)
    {
        Assert.Contains($"AdditionalProperties = {{ [\"{name}\"] = {json} }}", Created(type, json),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_written_with_one_item_on_each_line()
    {
        string code = Created("String collection",
            "[" + string.Join(", ", Enumerable.Range(0, 12).Select(i => $"\"a rather long word {i}\"")) + "]");

        Assert.All(code.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains("\n        \"a rather long word 11\"\n    ]\n", code, StringComparison.Ordinal);
    }
}
