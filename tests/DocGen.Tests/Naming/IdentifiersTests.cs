using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Tests.Naming;

public class IdentifiersTests
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
    public void Any_text_becomes_an_identifier(string text, string expected)
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
    public void Parameter_names_are_camelCase(string text, string expected) =>
        Assert.Equal(expected, Identifiers.Camel(text));

    [Theory]
    [InlineData("name", "Name")]
    [InlineData("@content.sourceUrl", "ContentSourceUrl")]
    [InlineData("@microsoft.graph.conflictBehavior", "ConflictBehavior")]
    [InlineData("@odata.type", "ODataType")]
    [InlineData("owner@odata.bind", "OwnerODataBind")]
    public void The_name_of_an_annotation_omits_the_namespace_of_its_vocabulary(string name, string expected) =>
        Assert.Equal(expected, Identifiers.Annotation(name));

    [Fact]
    public void A_long_name_is_cut_to_120_characters() =>
        Assert.Equal(120, Identifiers.Pascal(new string('a', 10_000)).Length);
}
