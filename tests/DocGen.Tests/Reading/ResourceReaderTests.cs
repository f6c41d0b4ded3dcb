using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of reading the members of resources.</summary>
public class ResourceReaderTests
{
    [Theory]
    [InlineData("[List frogs](pond-list-frogs.md)", "[frog](frog.md) collection", 1)]
    [InlineData("[List frogs](pond-list-frogs.md)", "[frog](frog.md)", 0)]
    [InlineData("[List frogs](pond-list-frogs.md)", "[newt](frog.md) collection", 0)]
    [InlineData("[Get frogs](pond-get-frogs.md)", "[frog](frog.md) collection", 0)]
    [InlineData("[Ranas](pond-list-frogs.md)", "Collection(frog)", 1)]
    public void A_relationship_that_a_method_lists_is_a_collection(string method, string type, int rank)
    {
        ParsedPage page = Docs.Read($"""
            # pond resource type
            ## Methods
            |Method|Return type|Description|
            |:-|:-|:-|
            |{method}|{type}|All of them.|

            ## Relationships
            |Relationship|Type|Description|
            |:-|:-|:-|
            |frogs|[frog](frog.md)|Its frogs.|

            {Resource("pond", "{}").Text}
            """);

        Assert.Equal(rank, Assert.Single(Assert.Single(page.Model.Resources).Members).Type.Rank);
    }

    [Fact]
    public void A_type_in_the_JSON_decides_between_two_types_in_the_table()
    {
        ParsedPage page = Docs.Read($$"""
            # pond resource type
            ## Properties
            |Property|Type|Description|
            |:-|:-|:-|
            |owner|[person](person.md) or [club](club.md)|Whose it is.|

            {{Resource("pond", """{"owner": {"@odata.type": "my.holder"}}""").Text}}
            """);

        Assert.Equal(DocType.Named("my.holder"), Assert.Single(Assert.Single(page.Model.Resources).Members).Type);
    }

    private static (string Path, string Text) Resource(string name, string json, string more = "") =>
        ($"docs/{name}.md", $$"""
        <!-- {"blockType": "resource", "@odata.type": "my.{{name}}"{{more}}} -->
        ```json
        {{json}}
        ```
        """);
}
