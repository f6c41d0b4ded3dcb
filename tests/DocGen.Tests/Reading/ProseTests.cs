using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

public class ProseTests
{
    [Theory]
    [InlineData("returns `201 Created` response code", "201")]
    [InlineData("returns `201, Created` and later 204.", "201,204")]
    [InlineData("a 202 Accepted or a 200 OK", "202,200")]
    [InlineData("303 See Other", "303")]
    [InlineData("either 200 or 200", "200")]
    [InlineData("a 404 Not Found, or 500", "")]
    [InlineData("at most 250 items of 2019, 299 pages", "")]
    [InlineData("version 1.200 of x-200-y, 200px and a/200", "")]
    [InlineData("200", "200")]
    public void Success_and_redirect_statuses_are_read_from_sentences(string text, string expected) =>
        Assert.Equal(expected, string.Join(",", Prose.Statuses(text).Select(s => s.Status)));

    [Theory]
    [InlineData("Possible values are: `a`, `b`, `c`.", "a,b,c")]
    [InlineData("The kind. The possible values are `none`, `all`. Default is `none`.", "none,all")]
    [InlineData("Possible values are `a`, `b`. See `other` for more.", "a,b")]
    [InlineData("Supported values: `1.0` or `\"two\"`.", "1.0,two")]
    [InlineData("Possible values are: `a`, `a`.", "")]
    [InlineData("Possible values are a, b and c.", "")]
    [InlineData("Set it to `a` or `b`.", "")]
    [InlineData("Possible values are: `with space`, `;`, `a`.", "")]
    public void Possible_values_are_the_code_spans_after_the_words_that_announce_them(string text, string expected)
    {
        DocText? doc = MarkdownParser.Parse(text).OfType<ParagraphBlock>().Single().Text.Doc;

        Assert.Equal(expected, string.Join(",", PageLanguage.English.Values(doc, isNamed: false).Select(v => v.Value)));
    }

    [Theory]
    [InlineData("Deprecated. Use x.", true)]
    [InlineData("This property is deprecated and will be removed.", true)]
    [InlineData("Old (deprecated).", true)]
    [InlineData("Lists the deprecated items.", false)]
    [InlineData("The name.", false)]
    public void A_deprecation_phrase_in_a_description_is_recognized(string text, bool isDeprecated) =>
        Assert.Equal(isDeprecated, Prose.Deprecation(text) is not null);

    [Theory]
    [InlineData("an [item](../resources/item.md) object", "item")]
    [InlineData("a [driveItem resource](../resources/driveitem.md)", "driveItem")]
    [InlineData("see [Long running](../concepts/long.md)", null)]
    [InlineData("[item](../api/item.md)", "item")]
    [InlineData("[item](https://x.example/item.md)", null)]
    [InlineData("[item](item.html)", null)]
    public void The_type_in_a_sentence_comes_from_the_link_to_its_page(string text, string? name)
    {
        DocLink? link = PageLanguage.English.ResourceLink(
            MarkdownParser.Parse(text).OfType<ParagraphBlock>().Single().Text);

        Assert.Equal(name, link is null ? null : Prose.TypeName(link.Text));
    }

    [Theory]
    [InlineData("A [boat](boat.md) that has sails.", "boat")]
    [InlineData("An [ark](ark.md) which holds animals.", "ark")]
    [InlineData("A [boat](boat.md) whose hull is of wood.", "boat")]
    [InlineData("A [boat](boat.md) is moored here.", null)]
    [InlineData("The [boat](boat.md) that has sails.", null)]
    [InlineData("A [boat](https://boats.test) that has sails.", null)]
    public void A_sentence_that_defines_a_type_as_a_kind_of_another_gives_the_base(
        string text, string? expected) => Assert.Equal(
        expected, Prose.Ancestor(MarkdownParser.Parse(text).OfType<ParagraphBlock>().Single().Text));

    [Fact]
    public void Null_is_not_a_possible_value() => Assert.Equal(
        ["minor", "adult"],
        Prose.PossibleValues(
            Docs.Read(
                "# t\n\n## Properties\n| Property | Type | Description |\n|:--|:--|:--|\n" +
                "| age | String | Possible values are: `null`, `minor` and `adult`. |\n\n## JSON representation\n" +
                "<!-- {\"blockType\": \"resource\", \"@odata.type\": \"t\"} -->\n```json\n{\"age\": \"string\"}\n```\n")
            .Model.Resources[0].Members[0].Summary).Select(v => v.Value));

    [Theory]
    [InlineData("**Note:** You need a licence.\n\nMoors a boat.", "Moors a boat.")]
    [InlineData("> **Important:** It is new.\n\nMoors a boat.", "Moors a boat.")]
    [InlineData("Note that this moors a boat: at once.", "Note that this moors a boat: at once.")]
    [InlineData("**Note:** You need a licence.", "Moors it.")]
    public void A_note_is_not_a_summary(string opening, string expected) => Assert.Equal(expected, Assert.Single(
        Docs.Read(
            $"---\ndescription: Moors it.\n---\n# t\n\n{opening}\n\n## HTTP request\n```http\n" +
            $"POST /boats/{{id}}/moor\n```\n").Model.Operations).Summary!.ToPlainText());
}
