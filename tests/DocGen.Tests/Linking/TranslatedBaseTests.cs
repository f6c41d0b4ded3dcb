using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>What a type inherits from, on pages whose words are of no language that the generator knows.</summary>
public class TranslatedBaseTests
{
    private const string Fish = """
        # Fisch

        Ein Tier.

        ## Properties
        |Property|Type|Description|
        |:-|:-|:-|
        |id|String|Die Kennung.|
        |length|Int32|In Millimetern.|

        <!-- {"blockType": "resource", "@odata.type": "pond.fish"} -->
        ```json
        {"id": "string", "length": 1}
        ```
        """;

    private static string? BaseOf(string opening, string rows) =>
        Docs.Link(("docs/fish.md", Fish), ("docs/carp.md", $$"""
        # Karpfen

        {{opening}}

        ## Properties
        |Property|Type|Description|
        |:-|:-|:-|
        {{rows}}
        |scales|Int32|Wie viele.|

        <!-- {"blockType": "resource", "@odata.type": "pond.carp"} -->
        ```json
        {"scales": 1}
        ```
        """)).Type("Carp").Base;

    [Theory]
    [InlineData(
        "|id|String|Die Kennung. Geerbt von [fish](fish.md)|\n|length|Int32|Die Länge. Geerbt von [fish](fish.md)|",
        "Fish")]
    [InlineData(
        "|id|String|Die Kennung. Geerbt von [fish](fish.md)|\n|length|Int32|Die Länge. Siehe auch [fish](fish.md)|",
        null)]
    [InlineData(
        "|id|String|Die Kennung. Geerbt von [fish](fish.md)|\n|weight|Int32|Das Gewicht. Geerbt von [fish](fish.md)|",
        null)]
    [InlineData("|id|String|Die Kennung. Geerbt von [fish](fish.md)|", null)]
    [InlineData("|id|String|Geerbt von [bird](bird.md)|\n|length|Int32|Geerbt von [bird](bird.md)|", null)]
    public void Descriptions_that_end_alike_in_a_link_to_a_type_with_these_members_name_the_base(string rows,
        string? expected) =>
        Assert.Equal(expected, BaseOf("Ein Fisch.", rows));

    [Theory]
    [InlineData("Ein Fisch. Erbt von [fish](fish.md).", "|id|String|Die Kennung.|", "Fish")]
    [InlineData("Ein Fisch. Erbt von [fish](fish.md).", "|name|String|Wie er heißt.|", null)]
    [InlineData("Ein Fisch, den man auf dem Markt neben dem [fish](fish.md) findet.", "|id|String|Die Kennung.|", null)]
    public void A_short_sentence_of_the_introduction_names_the_base_where_half_of_its_members_are_there(string opening,
        string rows, string? expected) =>
        Assert.Equal(expected, BaseOf(opening, rows));
}
