using System.Text;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Pages whose text is lost in a block of code, or in an encoding.</summary>
public class OpenFencesTests
{
    private static IEnumerable<string> Found(string text, string id = "DG0114") =>
        Docs.Read(text, "docs/boats.md").Findings().Where(f => f.StartsWith(id, StringComparison.Ordinal));

    [Theory]
    [InlineData("```json\n{ \"id\": 1 }\n\n## Get a boat\n\n`GET /boats/{id}`\n\n```json\n{ \"id\": 1 }\n```",
        "## Get a boat | ```")]
    [InlineData("```json\n{ \"id\": 1 }\n\n## Get a boat\n\n`GET /boats/{id}`\n\n```\n{ \"id\": 1 }\n```",
        "## Get a boat | ```")]
    [InlineData("```\n{ \"id\": 1 }\n\n`GET /boats/{id}`\n\nMore.\n", "`GET /boats/{id}` | ```")]
    [InlineData("```bash\ncurl https://boats.example\n\n## Get a boat\n", "## Get a boat | ```")]
    [InlineData("~~~~ruby\nBoat.all\n\nThis is the answer.\n\n~~~~json\n[]\n~~~~", "~~~~json | ~~~~")]
    public void A_block_of_code_that_contains_the_page_below_it_is_reported(string code, string line) =>
        Assert.Equal([$"DG0114(5,1): {line}"], Found($"# Boats\n\n`GET /boats`\n\n{code}\n"));

    [Theory]
    [InlineData("```json\n{ \"id\": 1 }\n")]
    [InlineData("```bash\n# List\n## Boats\ncurl https://boats.example\n```")]
    [InlineData("```bash\n# List\ncurl https://boats.example\n")]
    [InlineData("````markdown\n## Get\n\n```json\n{}\n```\n````")]
    [InlineData("```markdown\n## Get\n\n`GET /boats`\n```")]
    [InlineData("```\n## Boats of a list of text\n```")]
    [InlineData("```js\nconst text = `GET /boats`;\n```")]
    [InlineData("```json\n{ \"id\": 1, // ## a\n \"a\": \"## b\" }\n```")]
    public void Other_code_is_not_reported(string code) =>
        Assert.Empty(Found($"# Boats\n\n`GET /boats`\n\n{code}\n"));

    [Fact]
    public void A_page_in_UTF_16_that_was_read_as_UTF_8_is_reported() =>
        Assert.Equal(["DG0018(1,2): "],
            Found(Encoding.UTF8.GetString(Encoding.Unicode.GetBytes("# Boats\n\n`GET /boats`\n")), "DG0018"));

    [Fact]
    public void A_page_without_NUL_characters_is_not_reported() => Assert.Empty(Found("# Boats\n", "DG0018"));
}
