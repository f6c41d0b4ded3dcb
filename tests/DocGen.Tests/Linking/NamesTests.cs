using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Tests.Linking;

public class NamesTests
{
    [Theory]
    [InlineData("item-id", "ItemId")]
    [InlineData("itemId", "ItemId")]
    [InlineData("eTag", "ETag")]
    [InlineData("1st", "_1st")]
    [InlineData("a b", "AB")]
    [InlineData("class", "Class")]
    [InlineData("\"; evil()", "Evil")]
    [InlineData("a\nb", "AB")]
    [InlineData("a_b.c", "ABC")]
    [InlineData("größe", "Größe")]
    [InlineData("名前", "名前")]
    [InlineData("a\u200Bb", "AB")]
    [InlineData("e\u0301", "E")]
    [InlineData("istanbul", "Istanbul")]
    [InlineData("", "Member")]
    [InlineData("*/", "Member")]
    [InlineData("\uD83D\uDE00", "Member")]
    public void A_name_is_made_an_identifier(string text, string expected)
    {
        Assert.Equal(expected, Identifiers.Pascal(text));
        Assert.True(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(Identifiers.Pascal(text)));
    }

    [Theory]
    [InlineData("ItemId", "itemId")]
    [InlineData("item-id", "itemId")]
    [InlineData("ID", "id")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("1st", "_1st")]
    [InlineData("", "value")]
    public void Parameters_are_camelCase(string text, string expected) =>
        Assert.Equal(expected, Identifiers.Camel(text));

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("@content.sourceUrl", "ContentSourceUrl")]
    [InlineData("@microsoft.graph.conflictBehavior", "ConflictBehavior")]
    [InlineData("@odata.type", "ODataType")]
    [InlineData("owner@odata.bind", "OwnerODataBind")]
    public void An_annotation_drops_the_namespace_of_its_vocabulary(string name, string expected) =>
        Assert.Equal(expected, Identifiers.Annotation(name));

    [Fact]
    public void A_name_of_any_length_stays_readable() =>
        Assert.Equal(120, Identifiers.Pascal(new string('a', 10_000)).Length);

    [Theory]
    [InlineData("driveItem", "driveItems")]
    [InlineData("child", "children")]
    [InlineData("person", "people")]
    [InlineData("activity", "activities")]
    [InlineData("day", "days")]
    [InlineData("address", "addresses")]
    [InlineData("box", "boxes")]
    [InlineData("branch", "branches")]
    [InlineData("class", "classes")]
    [InlineData("status", "statuses")]
    [InlineData("drive", "drives")]
    [InlineData("cache", "caches")]
    [InlineData("response", "responses")]
    [InlineData("OnlineMeeting", "OnlineMeetings")]
    [InlineData("chatChild", "chatChildren")]
    [InlineData("settings", "settings")]
    public void Singular_and_plural_lead_to_each_other(string singular, string plural)
    {
        Assert.Equal(plural, Inflection.Plural(singular));
        Assert.Equal(singular, Inflection.Singular(plural));
        Assert.Equal(singular, Inflection.Singular(singular));
        Assert.Equal(plural, Inflection.Plural(plural));
    }

    [Theory]
    [InlineData("File")]
    [InlineData("Directory")]
    [InlineData("TaskStatus")]
    [InlineData("DayOfWeek")]
    [InlineData("Endpoint")]
    public void Names_that_implicit_usings_bring_are_known(string name)
    {
        Assert.True(ImplicitNames.Contains(name));
        Assert.False(ImplicitNames.Contains(name + "Resource"));
    }

    [Fact]
    public void A_scope_gives_each_name_once_without_regard_to_case()
    {
        var scope = new NameScope(["Clone"]);

        Assert.Equal(
            ["CloneValue", "Name", "nameValue", "NAMEValue2"],
            from name in (IEnumerable<string>)["Clone", "Name", "name", "NAME"] select scope.Claim(name, "Value"));
    }
}
