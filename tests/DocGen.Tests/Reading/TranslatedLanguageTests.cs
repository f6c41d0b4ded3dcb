using DocGen.Generator.Checks;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>
/// Tests of pages in languages that the generator does not know. It uses the text that translators leave unchanged:
/// bookmarks, code and JSON.
/// </summary>
public class TranslatedLanguageTests
{
    private static string Both(string translation, string source) =>
        $"<span data-ttu-id=\"1\">{translation}</span><span class=\"sxs-lookup\"><span " +
        $"data-stu-id=\"1\">{source}</span></span>";

    private static string Types(StructuredType type) =>
        string.Join(", ", type.Properties.Select(p => $"{p.JsonName}: {p.Type}"));

    private static string Types(Operation operation) =>
        string.Join(", ", operation.Body!.JsonObject!.Members.Select(m => $"{m.JsonName}: {m.Type}"));

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
    public void Types_come_from_the_source_text_and_documentation_from_the_translation()
    {
        string collection = Both("[湖](lake.md) 集合", "[lake](lake.md) collection");
        string page = $$"""
            # <a name="carp-resource-type"></a>{{Both("鲤鱼资源类型", "carp resource type")}}

            {{Both("命名空间：pond", "Namespace: pond")}}

            {{Both("一条鱼。", "A fish.")}} {{Both("很大。", "It is big.")}}

            ## <a name="properties"></a>{{Both("属性", "Properties")}}
            |{{Both("属性", "Property")}}|{{Both("类型", "Type")}}|{{Both("说明", "Description")}}|
            |:-|:-|:-|
            |{{Both("长度", "length")}}|{{Both("整数", "Int32")}}|{{Both("以毫米计。", "In millimetres.")}}|
            |{{Both("湖泊", "lakes")}}|{{collection}}|{{Both("它的湖。", "Its lakes.")}}|

            <!-- {"blockType": "resource", "@odata.type": "pond.carp"} -->
            ```json
            {"length": 1, "lakes": [{"@odata.type": "pond.lake"}]}
            ```
            """;
        LinkedDocs docs = Docs.Link(("docs/carp.md", page), ("docs/lake.md", Lake));

        StructuredType carp = docs.Type("Carp");
        Assert.Equal("lakes: Collection(Lake), length: Int32", Types(carp));
        Assert.Equal("一条鱼。 很大。", carp.Summary!.ToPlainText());
        Assert.Equal("以毫米计。", carp.Properties[1].Summary!.ToPlainText());
        Assert.Empty(docs.Findings);
        Assert.DoesNotContain(Docs.Read(page).Findings(), f => !f.StartsWith("DG0501", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kind_of_a_section_comes_from_the_bookmark_of_its_English_source()
    {
        const string Page = """
            # <a name="lake-restock"></a>lake: restock

            Пополняет [озеро](lake.md).

            ## <a name="permissions"></a>Разрешения
            |Тип разрешения|Разрешения (в порядке повышения привилегий)|
            |:-|:-|
            |Делегированные|Lakes.Read、Lakes.ReadWrite|
            |Для приложений|Не поддерживается.|

            ## <a name="http-request"></a>HTTP-запрос
            ```http
            POST /lakes/{id}/restock
            ```

            ## <a name="request-headers"></a>Заголовки запросов
            |Имя|Описание|
            |:-|:-|
            |Авторизация|Bearer {токен}. Обязательный.|
            |X-Season|Время года.|

            ## <a name="request-body"></a>Текст запроса
            В тексте запроса предоставьте JSON-объект для [озеро](lake.md).

            |Параметр|Тип|Описание|
            |:-|:-|:-|
            |comment|Строка|Примечание.|
            |others|Коллекция [озеро](lake.md)|Другие.|
            |notify|Логический|Сообщить ли: `true`, `false`.|
            |season|Строка|Допустимые значения: `spring`, `autumn`.|

            ## <a name="response"></a>Отклик
            В случае успеха возвращает `201 Created` и [озеро](lake.md).

            ## <a name="example"></a>Пример
            <!-- {"blockType": "request", "name": "restock"} -->
            ```http
            POST https://pond.test/v1.0/lakes/1/restock
            Content-Type: application/json

            {"comment": "x", "notify": true, "season": "spring"}
            ```
            """;
        LinkedDocs docs = Docs.Link(("docs/lake.md", Lake), ("docs/lake-restock.md", Page));

        Operation restock = docs.Operation("Lakes.Restock");
        Assert.Equal("comment: String, notify: Boolean, others: Collection(Lake), season: LakeRestockSeason",
            Types(restock));
        Assert.Equal("X-Season", Assert.Single(restock.Options).WireName);
        Assert.Equal("Lake", restock.Response.ValueType!.Value.Name);
        Assert.Equal("Lakes.Read,Lakes.ReadWrite", string.Join(",", Assert.Single(restock.Docs.Permissions).Scopes));
        Assert.Equal("DG0212(19,2): Авторизация | the request | it is left out",
            Assert.Single(Docs.Read(Page).Findings(), f => f.StartsWith("DG02", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_kind_of_a_section_without_a_bookmark_comes_from_its_content()
    {
        const string Page = """
            # Seen auflisten

            Namensraum: pond.water

            Alle Seen.

            ## Berechtigungen
            |Art|Rechte|
            |:-|:-|
            |Delegiert|Lakes.Read|

            ## HTTP-Anforderung
            ```http
            GET /lakes/near(place='{place}')
            ```

            ## Funktionsparameter
            |Name|Typ|Beschreibung|
            |:-|:-|:-|
            |place|Zeichenfolge|Wo.|

            ## Abfrageparameter
            Erlaubt `$top` und `$filter`.

            ## Anforderungsheader
            |Name|Beschreibung|
            |:-|:-|
            |Authorization|Bearer {token}. Obligatorisch.|
            |X-Season|Jahreszeit. Obligatorisch.|

            ## Anforderungstext
            Nichts.

            ## Antwort
            Bei Erfolg `200 OK` und eine Liste von [See](lake.md).

            ## Beispiel
            #### Anforderung
            <!-- {"blockType": "request", "name": "near"} -->
            ```http
            GET https://pond.test/v1.0/lakes/near(place='x')
            ```
            """;
        LinkedDocs docs = Docs.Link(("docs/lake.md", Lake), ("docs/lake-near.md", Page));

        Operation near = docs.Operation("Lakes.GetNear");
        Assert.Equal("$filter,$top,X-Season,place",
            string.Join(",", near.Options.Select(o => o.WireName).Order(StringComparer.Ordinal)));
        Assert.Equal("Wo.", near.Options.Single(o => o.WireName == "place").Summary!.ToPlainText());
        Assert.Equal("Lake", near.Response.ValueType!.Value.Name);
        Assert.Equal("Alle Seen.", near.Docs.Summary!.ToPlainText());
        Assert.Equal("pond.water", Docs.Read(Page).Model.Namespace);
        Assert.Equal("Delegiert", Assert.Single(near.Docs.Permissions).Kind);
    }

    [Fact]
    public void Translated_member_names_are_replaced_by_the_names_in_the_JSON()
    {
        string page = Carp(
            "|id|String|Die Kennung.|\n|länge|Int64|Wie lang.|\n|Farbe|Boolean|Ob bunt.|\n|описание|String|Worte.|",
            """{"id": "String", "length": 1, "colored": true}""");

        Assert.Equal("colored: Boolean, id: String, length: Int64",
            Types(Docs.Link(("docs/carp.md", page)).Type("Carp")));
        Assert.Equal(
            [
                "DG0212(11,2): länge | pond.carp | it is read as 'length', which the JSON shows",
                "DG0212(12,2): Farbe | pond.carp | it is read as 'colored', which the JSON shows",
                "DG0212(13,2): описание | pond.carp | the JSON shows no other name for it, so it is left out",
            ],
            Docs.Read(page).Findings().Where(f => f.StartsWith("DG02", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_translated_name_maps_to_the_member_with_the_same_prefix()
    {
        string page = Carp("|Identität|String|Die Kennung.|\n|Farbton|String|Die Farbe.|\n|Length|Int64|Die Länge.|",
            """{"identity": "String", "shade": "String", "length": 1}""");
        Assert.Equal("Farbton: String, identity: String, length: Int64, shade: String",
            Types(Docs.Link(("docs/carp.md", page)).Type("Carp")));
    }

    [Fact]
    public void A_translated_name_shares_four_letters_with_the_member_that_it_maps_to() =>
        Assert.Equal("Farbton: String, farewell: String, gewicht: String", Types(Docs.Link(("docs/carp.md",
            Carp("|Gewinde|String|Das Gewinde.|\n|Farbton|String|Die Farbe.|",
                """{"gewicht": "String", "farewell": "String"}"""))).Type("Carp")));

    [Fact]
    public void An_ambiguous_translated_name_maps_to_no_member()
    {
        string page = Carp("|id|String|Die Kennung.|\n|farbe|String|Die Farbe.|",
            """{"id": "String", "color": "String", "shade": "String"}""");
        Assert.Equal("color: String, farbe: String, id: String, shade: String",
            Types(Docs.Link(("docs/carp.md", page)).Type("Carp")));
    }

    [Fact]
    public void Code_spans_after_a_colon_are_the_values_of_an_enum()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/carp.md",
                Carp(
                    "|id|String|可能的值是：`wild`、`tame`。|\n|kind|carpKind|Werte: `koi`, `mirror`.|\n" +
                    "|length|Int64|Mit `eq` oder `ne`.|")));
        Assert.Equal("id: CarpId, kind: CarpKind, length: Int64", Types(docs.Type("Carp")));
        Assert.Equal("wild,tame", string.Join(",", docs.Enum("CarpId").Members.Select(m => m.Value)));
    }

    [Fact]
    public void Translated_columns_may_be_in_another_order()
    {
        string page = Carp("").Replace("|Eigenschaft|Typ|Beschreibung|\n|:-|:-|:-|\n",
            "|Eigenschaft|Beschreibung|Typ|\n|:-|:-|:-|\n|id|Die Kennung des Fisches.|String|\n" +
            "|length|Seine ganze Länge.|Int32|", StringComparison.Ordinal);
        StructuredType carp = Docs.Link(("docs/carp.md", page)).Type("Carp");
        Assert.Equal("id: String, length: Int32", Types(carp));
        Assert.Equal("Seine ganze Länge.", carp.Properties[1].Summary!.ToPlainText());
    }

    [Theory]
    [InlineData("POST", "lake: restock", "/lakes/{id}/restock", "comment")]
    [InlineData("POST", "See anlegen", "/lakes", "")]
    public void A_link_near_the_word_JSON_gives_the_type_of_the_body_unless_the_title_names_an_action(
        string method, string title, string path, string members)
    {
        string page = $$"""
            # {{title}}

            ## <a name="http-request"></a>HTTP-Anforderung
            ```http
            {{method}} {{path}}
            ```

            ## <a name="request-body"></a>Anforderungstext
            Eine JSON-Darstellung von [See](lake.md).

            |Parameter|Typ|Beschreibung|
            |:-|:-|:-|
            {{(members.Length == 0 ? "|id|String|Die Kennung.|" : "|comment|String|Warum.|")}}

            ## <a name="response"></a>Antwort
            `204 No Content`.
            """;
        RequestBody.Json body = Assert.Single(
            Docs.Link(("docs/lake.md", Lake),
                ("docs/lake-x.md", page.Replace("|Parameter|", "|Parámetro|", StringComparison.Ordinal))).Files
            .SelectMany(f => f.Operations?.Operations ?? default)).Body!.JsonObject!;
        Assert.Equal(members, string.Join(",", body.Members.Select(m => m.JsonName)));
        Assert.Equal(members.Length == 0 ? "Lake" : null, body.Resource?.Type.Name);
    }

    [Fact]
    public void An_enum_is_named_after_its_heading()
    {
        LinkedDocs docs = Docs.Link(("docs/carp.md", Carp("|id|String|Die Kennung.|\n|kind|carpKind|Die Art.|") + """


            ### carpKind-Werte
            |Wert|Nummer|Beschreibung|
            |:-|:-|:-|
            |koi|0|Bunt.|
            |mirror|1|Mit großen Schuppen.|
            """));
        Assert.Equal("koi,mirror", string.Join(",", docs.Enum("CarpKind").Members.Select(m => m.Value)));
    }

    [Fact]
    public void A_lower_case_enum_name_comes_from_the_source_bookmark()
    {
        const string Page = """
            # <a name="enum-values"></a>Werte einer Enum

            ### <a name="season-values"></a>Werte für Jahreszeit
            |Element|
            |:-|
            |spring|
            |autumn|

            ### <a name="daytime-values"></a>Значения dayTime
            |Элемент|
            |:-|
            |noon|
            """;
        Assert.Equal("season,dayTime", string.Join(",", Docs.Read(Page).Model.Enums.Select(e => e.Name)));
    }

    private static string Lamp(string heading) => $$"""
        # lamp resource type

        ## Properties
        |Property|Type|Description|
        |:-|:-|:-|
        |id|String|Its id.|
        |brand|String|Who made it.|

        {{heading}}
        Turn it off and on.

        <!-- {"blockType": "resource", "@odata.type": "shop.lamp"} -->
        ```json
        {"id": "String", "colour": "String"}
        ```
        """;

    [Theory]
    [InlineData("## Troubleshooting")]
    [InlineData("## <a name=\"error-handling\"></a>Troubleshooting")]
    [InlineData("## <a name=\"error-handling\"></a>Troubleshooting\n\n## <a name=\"more-examples\"></a>Usage")]
    [InlineData("## <a name=\"example-shops\"></a>Cafés")]
    public void Bookmarks_do_not_make_an_English_page_a_translation(string heading)
    {
        ParsedPage page = Docs.Read(Lamp(heading));

        Assert.False(page.Model.IsTranslated);
        Assert.Equal("brand,colour,id",
            string.Join(",", page.Model.Resources.Single().Members.Select(m => m.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(["DG0203", "DG0204"],
            page.Findings.Select(f => f.RuleId).Where(id => id.StartsWith("DG02", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_with_one_English_heading_is_still_a_translation()
    {
        string page = Carp("|id|String|Die Kennung.|\n|länge|Int64|Wie lang.|") + "\n\n## Relationships\nKeine.\n";
        Assert.True(Docs.Read(page).Model.IsTranslated);
        Assert.Equal("id: String, length: Int64", Types(Docs.Link(("docs/carp.md", page)).Type("Carp")));
    }

    [Theory]
    [InlineData("HTTP request", "Request body", "Example")]
    [InlineData("Call", "Body", "Sample")]
    public void Custom_headings_do_not_make_an_English_page_a_translation(string request, string body,
        string example)
    {
        string page = $$"""
            # Add a lamp

            Adds it.

            ## {{request}}
            ```http
            POST /lamps
            ```

            ## {{body}}
            |Name|Type|Description|
            |:-|:-|:-|
            |shade|cover|What is over it.|
            |count|Int32|How many.|

            ## {{example}}
            <!-- {"blockType": "request", "name": "add"} -->
            ```http
            POST https://shop.test/lamps
            Content-Type: application/json

            {"shade": "x", "count": 1}
            ```
            """;
        LinkedDocs docs = Docs.Link(("docs/lamp-add.md", page));
        ParsedPage read = Docs.Read(page, "docs/lamp-add.md");

        Assert.False(read.Model.IsTranslated);
        Assert.Equal("DG0303 docs/lamp-add.md: cover |  | Cover", Assert.Single(docs.Findings));
        Assert.Contains(new ExampleCheck(docs.Files).FindingsOn(read), f => f.RuleId == Rules.ExampleDoesNotFit.Id);
    }

    [Fact]
    public void Translated_body_members_keep_their_required_flags()
    {
        const string Page = """
            # Lampe anlegen

            ## <a name="http-request"></a>HTTP-Anforderung
            ```http
            POST /lamps
            ```

            ## <a name="request-body"></a>Anforderungstext
            |Parameter|Typ|Beschreibung|
            |:-|:-|:-|
            |größe|String|Required. Wie groß.|
            |shade|String|Required. Der Schirm.|
            |@odata.type|[lamp](lamp.md)|Was es ist.|

            ## <a name="example"></a>Beispiel
            <!-- {"blockType": "request", "name": "add", "optionalProperties": ["size"]} -->
            ```http
            POST https://shop.test/lamps
            Content-Type: application/json

            {"@odata.type": "#shop.lamp", "size": "x", "shade": "y"}
            ```
            """;
        ParsedPage page = Docs.Read(Page);
        Assert.True(page.Model.IsTranslated);
        Assert.Equal(
            "size String False, shade String True, @odata.type String False",
            string.Join(", ", page.Model.Operations.Single().Body!.Members.Select(
                m => $"{m.Name} {m.Type.Kind} {m.IsRequired}")));
    }
}
