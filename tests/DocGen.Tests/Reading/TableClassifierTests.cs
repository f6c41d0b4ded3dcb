using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the kind that a table has because of its heading and columns.</summary>
public class TableClassifierTests
{
    [Theory]
    [InlineData("Properties", "Property", nameof(TableKind.Properties))]
    [InlineData("Instance Attributes", "Name", nameof(TableKind.Properties))]
    [InlineData("Request body", "Property", nameof(TableKind.Parameters))]
    [InlineData("Request body", "Name", nameof(TableKind.Parameters))]
    [InlineData("Relationships", "Relationship", nameof(TableKind.Relationships))]
    [InlineData("Relationships", "Name", nameof(TableKind.Relationships))]
    [InlineData("Whatever", "Relationship name", nameof(TableKind.Relationships))]
    [InlineData("Parameters", "Parameter", nameof(TableKind.Parameters))]
    [InlineData("Function parameters", "Parameter", nameof(TableKind.FunctionParameters))]
    [InlineData("Path parameters", "Parameter", nameof(TableKind.PathParameters))]
    [InlineData("Query parameters", "Name", nameof(TableKind.QueryParameters))]
    [InlineData("Optional query parameters", "Parameter", nameof(TableKind.QueryParameters))]
    [InlineData("Request headers", "Name", nameof(TableKind.Headers))]
    [InlineData("Optional request headers", "Header", nameof(TableKind.Headers))]
    [InlineData("Response headers", "Name", nameof(TableKind.ResponseHeaders))]
    [InlineData("Response headers", "Header", nameof(TableKind.ResponseHeaders))]
    [InlineData("Response", "Header", nameof(TableKind.ResponseHeaders))]
    [InlineData("Whatever", "Response header", nameof(TableKind.ResponseHeaders))]
    [InlineData("Function parameters", "Property", nameof(TableKind.FunctionParameters))]
    [InlineData("Path parameters", "Property", nameof(TableKind.PathParameters))]
    [InlineData("Query parameters", "Property", nameof(TableKind.QueryParameters))]
    [InlineData("Response", "Property", nameof(TableKind.ResponseMembers))]
    [InlineData("Response", "Name", nameof(TableKind.ResponseMembers))]
    [InlineData("conflictBehavior values", "Value", nameof(TableKind.EnumValues))]
    [InlineData("scope enum type", "Member", nameof(TableKind.EnumValues))]
    [InlineData("Members", "Member", nameof(TableKind.EnumValues))]
    [InlineData("Anything", "Member", nameof(TableKind.EnumValues))]
    [InlineData("Error response", "Code", nameof(TableKind.Errors))]
    [InlineData("Permissions", "Permission type", nameof(TableKind.Permissions))]
    [InlineData("Methods", "Method", nameof(TableKind.Methods))]
    [InlineData("Tasks", "Function", nameof(TableKind.Methods))]
    [InlineData("Request body", "Part name", nameof(TableKind.Parts))]
    [InlineData("Remarks", "Whatever", nameof(TableKind.Unknown))]
    public void Heading_and_columns_decide_the_kind_of_a_table(string heading, string column, string kind)
    {
        Table table = Read($"# Page\n\n## {heading}\n\n|{column}|Type|Description|\n|-|-|-|\n|a|b|c|\n", out _);

        Assert.Equal(kind, table.Kind.ToString());
    }

    private static Table Read(string markdown, out PageContent content)
    {
        content = PageContent.Read("a.md", markdown, new FindingSink(new LineMap(markdown)));
        return Assert.Single(content.Outline.Tables);
    }
}
