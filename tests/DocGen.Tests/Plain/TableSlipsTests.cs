using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tables of plain pages that are lost by a slip of the pen.</summary>
public class TableSlipsTests
{
    private static IEnumerable<string> Found(string table) =>
        Docs.Read($"# Boats\n\n`GET /boats`\n\n{table}\n\n### Response\n\n```json\n[ {{ \"id\": 1 }} ]\n```\n")
            .Findings().Where(f => f.StartsWith("DG0215", StringComparison.Ordinal)
                || f.StartsWith("DG0216", StringComparison.Ordinal));

    [Theory]
    [InlineData("Paramter", "DG0215(5,2): The column 'Paramter' | its heading is not known; did you mean 'parameter'?")]
    [InlineData("Query paramter",
        "DG0215(5,2): The column 'Query paramter' | its heading is not known; did you mean 'query parameter'?")]
    [InlineData("Feild", "DG0215(5,2): The column 'Feild' | its heading is not known; did you mean 'field'?")]
    public void A_misspelt_heading_of_the_first_column_is_reported(string heading, string finding) =>
        Assert.Equal([finding], Found($"| {heading} | Type |\n|---|---|\n| count | integer |"));

    [Theory]
    [InlineData("Tpye", "type")]
    [InlineData("Requird", "required")]
    public void A_misspelt_heading_of_another_column_is_reported(string heading, string meant) =>
        Assert.Equal(
            [$"DG0215(5,9): The column '{heading}' | its heading is not known; did you mean '{meant}'?"],
            Found($"| Name | {heading} | Description |\n|---|---|---|\n| count | yes | How many |"));

    [Theory]
    [InlineData("| Name | Type |\n| count | integer |")]
    [InlineData("Name | Type\ncount | integer")]
    public void A_table_without_a_row_of_dashes_is_reported(string table) =>
        Assert.Equal(["DG0215(5,1): This table | no row of dashes is below its heading; "
            + "write one, such as |---|---|"], Found(table));

    [Fact]
    public void An_indented_table_is_reported() =>
        Assert.Equal(["DG0215(5,1): This table | it is indented like code; "
            + "remove the spaces before each of its lines"],
            Found("    | Name | Type |\n    |---|---|\n    | count | integer |"));

    [Theory]
    [InlineData("numbr", "numbr | count | ; did you mean 'number'?")]
    [InlineData("dat", "dat | count | ; did you mean 'date'?")]
    [InlineData("strng[]", "strng | count | ; did you mean 'string'?")]
    [InlineData("interger", "interger | count | ; did you mean 'integer'?")]
    public void A_misspelt_type_is_reported(string type, string finding) =>
        Assert.Equal([$"DG0216(7,10): {finding}"],
            Found($"| Name | Type | Description |\n|---|---|---|\n| count | {type} | How many |"));

    [Fact]
    public void A_row_without_its_cell_of_the_type_is_reported() =>
        Assert.Equal(["DG0216(7,10): How many to return | count | ; a cell of this row seems to be missing: "
            + "write an empty one"],
            Found("| Name | Type | Description |\n|---|---|---|\n| count | How many to return |"));

    [Theory]
    [InlineData("| Action | Description |\n|---|---|\n| open | Opens |")]
    [InlineData("| Headers | Description |\n|---|---|\n| Date | Now |")]
    [InlineData("| Name | Type | Description |\n|---|---|---|\n| count | file | How many |")]
    [InlineData("| Name | Type | Description |\n|---|---|---|\n| count | integer |")]
    [InlineData("| Name | Types | Description |\n|---|---|---|\n| count | integer | How many |")]
    [InlineData("    | a | b |\n    |---|---|\n")]
    [InlineData("Use a | b\nor c | d.")]
    public void Other_tables_are_not_reported(string table) => Assert.Empty(Found(table));
}
