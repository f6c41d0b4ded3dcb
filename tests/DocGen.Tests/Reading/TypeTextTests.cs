using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;

namespace DocGen.Tests.Reading;

public class TypeTextTests
{
    [Theory]
    [InlineData("String", "String")]
    [InlineData("string", "String")]
    [InlineData("Edm.String", "String")]
    [InlineData("url", "String")]
    [InlineData("string (url)", "String")]
    [InlineData("string (etag)", "String")]
    [InlineData("string (identifier)", "String")]
    [InlineData("(Optional) String", "String")]
    [InlineData("string optional", "String")]
    [InlineData("Boolean", "Boolean")]
    [InlineData("bool", "Boolean")]
    [InlineData("Byte", "Byte")]
    [InlineData("Edm.SByte", "SByte")]
    [InlineData("Int16", "Int16")]
    [InlineData("int", "Int32")]
    [InlineData("Int", "Int32")]
    [InlineData("int32", "Int32")]
    [InlineData("Int32?", "Int32")]
    [InlineData("integer", "Int32")]
    [InlineData("Integer", "Int32")]
    [InlineData("int64", "Int64")]
    [InlineData("long", "Int64")]
    [InlineData("Edm.Int64", "Int64")]
    [InlineData("Single", "Single")]
    [InlineData("float", "Single")]
    [InlineData("Float", "Single")]
    [InlineData("double", "Double")]
    [InlineData("number", "Double")]
    [InlineData("Edm.Decimal", "Decimal")]
    [InlineData("guid", "Guid")]
    [InlineData("GUID", "Guid")]
    [InlineData("uuid", "Guid")]
    [InlineData("dateTimeOffset", "DateTimeOffset")]
    [InlineData("DateTimeOffset", "DateTimeOffset")]
    [InlineData("DateTime", "DateTimeOffset")]
    [InlineData("timestamp", "DateTimeOffset")]
    [InlineData("string (timestamp)", "DateTimeOffset")]
    [InlineData("String (timestamp)", "DateTimeOffset")]
    [InlineData("Date", "Date")]
    [InlineData("string (date)", "Date")]
    [InlineData("TimeOfDay", "TimeOfDay")]
    [InlineData("Duration", "Duration")]
    [InlineData("TimeSpan", "Duration")]
    [InlineData("ISO 8601 duration", "Duration")]
    [InlineData("Binary", "Binary")]
    [InlineData("string (base64)", "Binary")]
    [InlineData("Edm.Stream", "Stream")]
    [InlineData("Stream", "Stream")]
    [InlineData("Json", "Json")]
    [InlineData("JSON object", "Json")]
    [InlineData("Untyped JSON object", "Json")]
    [InlineData("Object", "JsonObject")]
    [InlineData("driveItem", "driveItem")]
    [InlineData("**driveItem**", "driveItem")]
    [InlineData("`driveItem`", "driveItem")]
    [InlineData("driveItem resource", "driveItem")]
    [InlineData("microsoft.graph.driveItem", "microsoft.graph.driveItem")]
    [InlineData("#microsoft.graph.driveItem", "microsoft.graph.driveItem")]
    [InlineData("odata.error", "odata.error")]
    [InlineData("String collection", "String[]")]
    [InlineData("String array", "String[]")]
    [InlineData("string[]", "String[]")]
    [InlineData("array of string", "String[]")]
    [InlineData("Collection(Edm.String)", "String[]")]
    [InlineData("Collection(microsoft.graph.item)", "microsoft.graph.item[]")]
    [InlineData("driveItem collection", "driveItem[]")]
    [InlineData("collection of driveItem", "driveItem[]")]
    [InlineData("Collection of driveItem collection", "driveItem[][]")]
    [InlineData("Collection(Collection(Edm.Int32))", "Int32[][]")]
    public void Every_notation_of_a_type_is_parsed(string text, string expected)
    {
        DocType? type = TypeText.Parse(text, out bool isClear);

        Assert.Equal(expected, Show(type));
        Assert.True(isClear);
    }

    [Theory]
    [InlineData("string/number", "String")]
    [InlineData("userPrincipal or group", "userPrincipal")]
    [InlineData("what ever it is", null)]
    public void A_type_text_with_alternatives_or_other_words_is_reported_as_unclear(string text, string? expected)
    {
        DocType? type = TypeText.Parse(text, out bool isClear);

        Assert.Equal(expected, type is null ? null : Show(type));
        Assert.False(isClear);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("**")]
    [InlineData("()")]
    [InlineData("?")]
    public void Text_without_letters_has_no_type(string text) => Assert.Null(TypeText.Parse(text, out _));

    [Theory]
    [InlineData("driveItem", true)]
    [InlineData("microsoft.graph.x_1", true)]
    [InlineData("1st", false)]
    [InlineData("a b", false)]
    [InlineData("a..b", false)]
    [InlineData("a.", false)]
    [InlineData("", false)]
    public void A_type_name_is_letters_digits_underscores_and_dots(string text, bool isName) =>
        Assert.Equal(isName, TypeText.IsTypeName(text));

    internal static string Show(DocType? type) => type is null
        ? "none"
        : (type.Name ?? type.Kind.ToString()) + string.Concat(Enumerable.Repeat("[]", type.Rank));

    [Theory]
    [InlineData("String Or Int32")]
    [InlineData("A oR B or or C")]
    public void Alternatives_are_unclear_in_any_letter_case(string text)
    {
        TypeText.Parse(text, out bool isClear);
        Assert.False(isClear);
    }
}
