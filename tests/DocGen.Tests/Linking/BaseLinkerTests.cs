using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of base types on translated pages.</summary>
public class BaseLinkerTests
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
    public void The_base_comes_from_several_descriptions_with_the_same_ending_and_link(string rows,
        string? expected) =>
        Assert.Equal(expected, BaseOf("Ein Fisch.", rows));

    [Theory]
    [InlineData("Ein Fisch. Erbt von [fish](fish.md).", "|id|String|Die Kennung.|", "Fish")]
    [InlineData("Ein Fisch. Erbt von [fish](fish.md).", "|name|String|Wie er heißt.|", null)]
    [InlineData("Ein Fisch, den man auf dem Markt neben dem [fish](fish.md) findet.", "|id|String|Die Kennung.|", null)]
    public void The_base_comes_from_a_short_first_sentence_if_the_table_has_half_of_the_base_members(string opening,
        string rows, string? expected) =>
        Assert.Equal(expected, BaseOf(opening, rows));

    [Theory]
    [InlineData(4, "Fish")]
    [InlineData(5, null)]
    public void An_heir_repeats_half_of_the_members_of_its_base(int count, string? expected)
    {
        string[] rows = [.. Enumerable.Range(0, count).Select(i => $"|m{i}|String|Etwas.|\n")];
        string Page(string name, string opening, IEnumerable<string> properties) => $$"""
            # {{name}}

            {{opening}}

            ## Properties
            |Property|Type|Description|
            |:-|:-|:-|
            {{string.Concat(properties)}}
            <!-- {"blockType": "resource", "@odata.type": "pond.{{name}}"} -->
            ```json
            {}
            ```
            """;

        Assert.Equal(expected, Docs.Link(
            ("docs/fish.md", Page("fish", "Ein Tier.", rows)),
            ("docs/carp.md", Page("carp", "Ein Fisch. Erbt von [fish](fish.md).", rows.Take(2)))).Type("Carp").Base);
    }

    [Theory]
    [InlineData("Erbt wesentliches davon", "Fish")]
    [InlineData("Erbt wesentliches sodann", null)]
    [InlineData("Erbt so wohl vom", null)]
    public void Less_than_24_characters_and_three_words_at_most_name_the_base(string words, string? expected) =>
        Assert.Equal(expected, BaseOf($"Ein Fisch. {words} [fish](fish.md).", "|id|String|Die Kennung.|"));

    [Theory]
    [InlineData("basin", "basin", "Basin", "my.basin")]
    [InlineData("basin", "pool", "Pool", "my.pool")]
    [InlineData("other", "basin", "Pool", "my.pool")]
    public void The_page_of_a_base_type_with_a_misspelt_name_gets_the_name_from_its_derived_types(
        string file, string linked, string expected, string name)
    {
        LinkedDocs docs = Docs.Link(
            ($"docs/{file}.md", Resource("pool", """{"id": "string"}""").Text),
            ("docs/pond.md", $"""
                # pond resource type
                A pond. Inherits from [{linked}](../docs/{file}.md).

                {Resource("pond", "{}").Text}
                """));

        Assert.Equal(name, docs.Type(expected).ODataName);
        Assert.Equal(expected == "Basin" || linked == "pool" ? expected : null, docs.Type("Pond").Base);
    }

    private static (string Path, string Text) Resource(string name, string json, string more = "") =>
        ($"docs/{name}.md", $$"""
        <!-- {"blockType": "resource", "@odata.type": "my.{{name}}"{{more}}} -->
        ```json
        {{json}}
        ```
        """);

    private const string Lake = """
        # lake resource type

        ## Properties
        |Property|Type|Description|
        |:-|:-|:-|
        |id|String|Its id.|

        <!-- {"blockType": "resource", "@odata.type": "pond.lake"} -->
        ```json
        {"id": "String"}
        ```
        """;

    private static string Kind(string name, string opening, string annotation) => $$"""
        # <a name="{{name}}-resource-type"></a>{{name}}

        {{opening}}

        ## <a name="properties"></a>Свойства
        |Свойство|Тип|Описание|
        |:-|:-|:-|
        |{{name}}Size|Int32|Размер.|

        <!-- {"blockType": "resource", "@odata.type": "pond.{{name}}"{{annotation}}} -->
        ```json
        {"{{name}}Size": 1}
        ```
        """;

    [Fact]
    public void A_phrase_that_one_page_confirms_names_no_base_on_another()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lake.md", Lake),
            ("docs/one.md", Kind("one", "Тип, производный от [lake](lake.md).", ", \"baseType\": \"pond.lake\"")),
            ("docs/two.md", Kind("two", "Тип, производный от [lake](lake.md).", "")));

        Assert.Equal("Lake", docs.Type("One").Base);
        Assert.Null(docs.Type("Two").Base);
    }

    [Theory]
    [InlineData(0, "Lake")]
    [InlineData(3, "Lake")]
    [InlineData(4, null)]
    public void A_phrase_that_precedes_an_annotated_base_on_two_pages_gives_the_base_on_other_pages(
        int more, string? expected)
    {
        const string Base = ", \"baseType\": \"pond.lake\"";
        LinkedDocs docs = Docs.Link([
            ("docs/lake.md", Lake),
            ("docs/one.md", Kind("one", "Тип, производный от [озеро](lake.md).", Base)),
            ("docs/two.md", Kind("two", "Тип, производный от [lake](lake.md).", Base)),
            ("docs/three.md", Kind("three", "Тип, производный от [lake](lake.md).", "")),
            ("docs/four.md", Kind("four", "Часть [lake](lake.md).", "")),
            .. Enumerable.Range(0, more).Select(i =>
                ($"docs/more{i}.md", Kind("more" + i, "Тип, производный от [lake](lake.md).", "")))]);

        Assert.Equal("Lake", docs.Type("One").Base);
        Assert.Equal("Lake", docs.Type("Two").Base);
        Assert.Equal(expected, docs.Type("Three").Base);
        Assert.Null(docs.Type("Four").Base);
    }
}
