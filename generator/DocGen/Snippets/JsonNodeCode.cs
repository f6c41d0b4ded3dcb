using System.Globalization;
using DocGen.Generator.Json;

namespace DocGen.Generator.Snippets;

/// <summary>Writes JSON without a type as nodes of System.Text.Json.</summary>
internal static class JsonNodeCode
{
    /// <summary>Returns an expression that converts to <c>JsonNode?</c>.</summary>
    public static Code Of(JsonValue value) => value switch
    {
        JsonObject json => Code.Initializer("new JsonObject", Members(json)),
        JsonArray array => Code.Call("new JsonArray", [.. array.Items.Select(Item)]),
        JsonNumber number => Code.Text(Number(number.Text)),
        JsonLiteral literal when literal.IsNull || literal.IsBoolean => Code.Text(literal.Text),
        _ => Code.Text(Literals.Of(value.AsString ?? ((JsonLiteral)value).Text)),
    };

    /// <summary>
    /// Returns <c>["name"] = value</c> for each member. If several members have the same name, only the first is used.
    /// </summary>
    public static Code[] Members(JsonObject json) =>
        [.. json.Members.GroupBy(member => member.Name, StringComparer.Ordinal)
            .Select(group => Member(group.Key, group.First().Value))];

    public static Code Member(string name, JsonValue value) => Of(value).After("[" + Literals.Of(name) + "] = ");

    /// <summary>
    /// Returns an array item. A null without a cast, as the only argument, would be the options of the array, or an
    /// array of items that is null.
    /// </summary>
    private static Code Item(JsonValue value) =>
        value is JsonLiteral { IsNull: true } ? Code.Text("(JsonNode?)null") : Of(value);

    private static string Number(string text)
    {
        bool isKnown = text.IndexOfAny(['.', 'e', 'E']) >= 0
            || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isKnown ? text : "JsonNode.Parse(" + Literals.Of(text) + ")";
    }
}
