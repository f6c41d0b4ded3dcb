using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the types of members whose examples have no value.</summary>
public class MemberTypesByNameTests
{
    private static LinkedDocs Link(string text) => Docs.Link(("docs/things.md", text));

    [Theory]
    [InlineData("null", "\"red\"", "String")]
    [InlineData("null", "7", "Int64")]
    [InlineData("null", "\"2026-05-17\"", "Date")]
    [InlineData("null", "[1]", "Int64[]")]
    [InlineData("[]", "[\"a\"]", "String[]")]
    [InlineData("null", "{ \"a\": 1 }", "Json")]
    [InlineData("[]", "7", "Json[]")]
    public void A_member_without_a_value_has_the_type_of_a_member_with_the_same_name_on_the_page(string shown,
        string elsewhere, string type)
    {
        LinkedDocs docs = Link($$"""
            # Lamps

            ## Get a lamp

            `GET /lamps/{id}`

            ```json
            { "id": 2, "hue": {{shown}} }
            ```

            ## Create a lamp

            `POST /lamps`

            Request:

            ```json
            { "hue": {{elsewhere}} }
            ```
            """);

        TypeRef hue = docs.Type("Lamp").Properties.Single(p => p.JsonName == "hue").Type;
        Assert.Equal(type, hue.Kind + string.Concat(Enumerable.Repeat("[]", hue.Rank)));
    }

    [Fact]
    public void A_member_without_a_value_has_no_type_if_other_members_with_its_name_have_different_types()
    {
        LinkedDocs docs = Link("""
            # Lamps

            ## Get a lamp

            `GET /lamps/{id}`

            ```json
            { "id": 2, "hue": null, "base": { "hue": 1 }, "shade": { "hue": "red" } }
            ```
            """);

        Assert.Equal(TypeKind.Json, docs.Type("Lamp").Properties.Single(p => p.JsonName == "hue").Type.Kind);
    }
}
