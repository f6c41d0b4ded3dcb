using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of translated pages on which types are written as translated words.</summary>
public class TranslatedPagesTests
{
    private static string Types(StructuredType type) =>
        string.Join(", ", type.Properties.Select(p => $"{p.JsonName}: {p.Type}"));

    /// <summary>A German page that has the bookmarks of its English source.</summary>
    private static string Carp(string rows, string json = """{"id": "String", "length": 1}""",
        string opening = "Ein Fisch.") => $$"""
        # <a name="carp-resource-type"></a>Ressourcentyp Karpfen

        Namensraum: pond.fish

        {{opening}}

        ## <a name="properties"></a>Eigenschaften
        |Eigenschaft|Typ|Beschreibung|
        |:-|:-|:-|
        {{rows}}

        ## <a name="json-representation"></a>JSON-Darstellung
        <!-- {"blockType": "resource", "@odata.type": "pond.carp"} -->
        ```json
        {{json}}
        ```
        """;

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

    [Fact]
    public void A_translated_type_word_has_the_type_that_JSON_on_any_page_shows()
    {
        const string Trout = """
            # Forelle

            ## Eigenschaften
            |Eigenschaft|Typ|Beschreibung|
            |:-|:-|:-|
            |id|Zeichenfolge|Die Kennung.|
            |name|Zeichenfolge|Der Name.|
            |wild|Boolescher Wert|Ob sie wild ist.|
            |spots|Zeichenfolgensammlung|Die Flecken.|

            ## Darstellung
            <!-- {"blockType": "resource", "@odata.type": "pond.trout"} -->
            ```json
            {"id": "String", "wild": true, "spots": ["String"], "name": "String"}
            ```
            """;
        LinkedDocs docs = Docs.Link(
            ("docs/trout.md", Trout),
            ("docs/carp.md",
                Carp(
                    "|id|String|Die Kennung.|\n|name|Zeichenfolge|Der Name.|\n" +
                    "|tame|Boolescher Wert|Ob er zahm ist.|\n|scales|Zeichenfolgensammlung|Die Schuppen.|\n" +
                    "|lure|Köderart|Womit.|")));

        Assert.Equal("id: String, name: String, spots: Collection(String), wild: Boolean", Types(docs.Type("Trout")));
        Assert.Equal("id: String, length: Int64, lure: String, name: String, scales: Collection(String), tame: Boolean",
            Types(docs.Type("Carp")));
        Assert.Equal("DG0309 docs/carp.md: Köderart | lure | a string", Assert.Single(docs.Findings));
    }

    [Theory]
    [InlineData("Zusammenstellung", true)]
    [InlineData("Zusammenstellunge", false)]
    [InlineData("ganz viele", true)]
    [InlineData("ganz so viele", false)]
    public void A_word_for_a_collection_has_16_characters_and_two_words_at_most(string words, bool isCollection) =>
        Assert.Equal(isCollection, Docs.Link(
            ("docs/carp.md", Carp($"|id|String|Die Kennung.|\n|other|{words} String|Etwas.|")))
            .Type("Carp").Properties.Single(p => p.JsonName == "other").Type.IsCollection);

    [Theory]
    [InlineData("true, true, 'yes'", "Boolean")]
    [InlineData("true, true, true, 'yes', 'no'", "String")]
    public void A_translated_type_word_means_what_two_in_three_of_its_members_show(string values, string expected)
    {
        string[] shown = values.Replace('\'', '"').Split(", ");
        LinkedDocs docs = Docs.Link(("docs/carp.md", Carp(
            string.Concat(shown.Select((_, i) => $"|m{i}|Schalter|Etwas.|\n")) + "|last|Schalter|Etwas.|",
            "{" + string.Join(", ", shown.Select((value, i) => $"\"m{i}\": {value}")) + "}")));

        Assert.Equal(expected, docs.Type("Carp").Properties.Single(p => p.JsonName == "last").Type.ToString());
    }

    [Theory]
    [InlineData("[lake](lake.md)", "Lake")]
    [InlineData("[See](lake.md)", "Lake")]
    [InlineData("[lake](lake.md)-Sammlung", "Collection(Lake)")]
    [InlineData("Coleção [lago](lake.md)", "Collection(Lake)")]
    [InlineData("[lake](lake.md) 集合", "Collection(Lake)")]
    [InlineData("集合（[lake](lake.md)）", "Collection(Lake)")]
    [InlineData("[lake](lake.md) (optional)", "Lake")]
    [InlineData("Colección String", "Collection(String)")]
    [InlineData("String コレクション", "Collection(String)")]
    [InlineData("String集合", "Collection(String)")]
    [InlineData("集合（String）", "Collection(String)")]
    [InlineData("String (Bezeichner)", "String")]
    [InlineData("Collection(Edm.String)", "Collection(String)")]
    [InlineData("Int32", "Int32")]
    public void A_translated_word_for_collection_next_to_a_type_makes_it_a_collection(string cell, string expected)
    {
        LinkedDocs docs = Docs.Link(("docs/lake.md", Lake),
            ("docs/carp.md", Carp($"|id|String|Die Kennung.|\n|other|{cell}|Sonst etwas.|")));
        Assert.Equal(expected, docs.Type("Carp").Properties.Single(p => p.JsonName == "other").Type.ToString());
        Assert.Empty(docs.Findings);
    }

    [Fact]
    public void Collections_of_a_translated_type_word_obey_the_nesting_limit()
    {
        string page = Carp("|id|String|Die Kennung.|\n|eins|Gitter|Tief.|\n|zwei|[Gitter](#gitter) Sammlung|Tiefer.|",
            """{"id": "String", "eins": [[[["a"]]]]}""");
        StructuredType carp = Docs.Link(("docs/carp.md", page)).Type("Carp");
        Assert.Equal("eins: Collection(Collection(Collection(Collection(String)))), id: String, zwei: Json",
            Types(carp));
    }
}
