using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of sections whose headings do not show the kind of their content.</summary>
public class ImpliedSectionsTests
{
    [Theory]
    [InlineData(
        "## Call\n```http\nPOST /lamps/{size}\n```\n\n## What to give\n|Name|Type|Description|\n|:-|:-|:-|\n" +
        "|size|Int32|How big.|\n", "")]
    [InlineData(
        "## Call\n```http\nPOST /lamps\n```\n\n## What to give\n|Name|Type|Description|\n|:-|:-|:-|\n" +
        "|size|Int32|How big.|\n", "size: Int32")]
    [InlineData(
        "## Aufruf\n```http\nPOST /lamps\n```\n\n## Inhalt\n|Name|Typ|Beschreibung|\n|:-|:-|:-|\n" +
        "|size|Int32|Wie groß.|\n", "size: Int32")]
    public void The_last_section_before_the_example_describes_the_body_unless_the_URL_has_the_listed_names(
        string sections, string members)
    {
        string example =
            "\n## Sample\n<!-- {\"blockType\": \"request\", \"name\": \"add\"} -->\n```http\n" +
            "POST https://shop.test/lamps\n```\n";
        BodyDefinition? body = Docs.Read("# Add a lamp\n\n" + sections + example).Model.Operations.Single().Body;
        Assert.Equal(members, string.Join(", ", (body?.Members ?? default).Select(m => $"{m.Name}: {m.Type.Kind}")));
    }
}
