using DocGen.Generator.Diagnostics;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

public class TableReaderTests
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
    public void Heading_and_columns_decide_together(string heading, string column, string kind)
    {
        Table table = Read($"# Page\n\n## {heading}\n\n|{column}|Type|Description|\n|-|-|-|\n|a|b|c|\n", out _);

        Assert.Equal(kind, table.Kind.ToString());
    }

    [Fact]
    public void A_row_has_a_name_a_type_words_and_whether_it_is_required()
    {
        MemberRow[] rows = Members(
            "|Parameter|Type|Required?|Description|\n|:-|-|-|-|\n" +
            "|**item**|[driveItem](../resources/driveitem.md)|Yes|The item.|\n" +
            "|`top` (optional)|Int32|No|How many. Required.|\n" +
            "|kind|string|no|Possible values are: `a`, `b`.|\n" +
            "|old:|Edm.String||Deprecated. Use kind.|\n", out string findings);

        Assert.Equal("", findings);
        Assert.Equal(["item", "top", "kind", "old"], rows.Select(r => r.Member.Name));
        Assert.Equal(["driveItem", "Int32", "String", "String"], rows.Select(r => TypeTextTests.Show(r.Member.Type)));
        Assert.Equal([true, false, false, false], rows.Select(r => r.Member.IsRequired));
        Assert.Equal("The item.", rows[0].Member.Summary!.ToPlainText());
        Assert.Equal(["a", "b"], rows[2].Member.Values.Select(v => v.Value));
        Assert.NotNull(rows[3].Member.Deprecation);
    }

    [Fact]
    public void Columns_may_stand_in_any_order()
    {
        MemberRow row = Assert.Single(Members("|Description|Type|Name|\n|-|-|-|\n|Words.|Boolean|x|\n", out _));

        Assert.Equal(("x", "Boolean", "Words."),
            (row.Member.Name, TypeTextTests.Show(row.Member.Type), row.Member.Summary!.ToPlainText()));
    }

    [Fact]
    public void A_table_without_a_type_column_says_so_and_is_read()
    {
        MemberRow row = Assert.Single(Members("|Name|Description|\n|-|-|\n|x|Words.|\n", out string findings));

        Assert.False(row.HasType);
        Assert.Equal("DG0202(1,2): parameters | type", findings);
    }

    [Fact]
    public void A_table_without_rows_says_so()
    {
        Assert.Empty(Members("|Name|Type|\n|-|-|\n||String|\n", out string findings));
        Assert.Equal("DG0201(1,1): parameters", findings);
    }

    [Fact]
    public void A_type_that_is_not_clear_is_reported_at_its_cell()
    {
        MemberRow row = Assert.Single(
            Members("|Name|Type|Description|\n|-|-|-|\n|x|[a](a.md) or [b](b.md)|d|\n", out string findings));

        Assert.Equal("a", row.Member.Type.Name);
        Assert.Equal("DG0309(3,4): a or b | x | 'a'", findings);
    }

    [Fact]
    public void Filler_is_reported_and_is_no_documentation()
    {
        MemberRow row = Assert.Single(
            Members("|Name|Type|Description|\n|-|-|-|\n|x|String|**TODO: Add Description**|\n", out string findings));

        Assert.Null(row.Member.Summary);
        Assert.Equal("DG0601(3,11): TODO: Add Description", findings);
    }

    [Fact]
    public void An_enum_is_its_values_once_each()
    {
        Table table = Read(
            "## x values\n\n|Member|Value|Description|\n|-|-|-|\n|`a`|0|First.|\n|\"b\"|1|**TODO: x**|\n" +
            "|a|2|Again.|\n|not a value|3|-|\n", out PageContent content);

        IReadOnlyList<EnumMemberDefinition> members = content.Tables.EnumMembers(table);

        Assert.Equal(["a", "b"], members.Select(m => m.Value));
        Assert.Equal(["First.", null], members.Select(m => m.Summary?.ToPlainText()));
    }

    [Fact]
    public void Permissions_are_the_rows_that_name_some()
    {
        Table table = Read(
            "|Permission type|Permissions|\n|-|-|\n|Delegated|Files.Read, `Files.Read.All`; Files.Read|\n" +
            "|Personal|n/a|\n|Application|Not supported.|\n|Other|**TODO: x**|\n", out PageContent content);

        Permission permission = Assert.Single(content.Tables.Permissions(table));

        Assert.Equal("Delegated", permission.Kind);
        Assert.Equal(["Files.Read", "Files.Read.All"], permission.Scopes);
        Assert.Single(content.Sink.Findings);
    }

    private static MemberRow[] Members(string markdown, out string findings)
    {
        Table table = Read(markdown, out PageContent content);
        MemberRow[] rows = [.. content.Tables.Members(table)];
        findings = string.Join("; ", content.Sink.Findings.Select(f => Docs.Show(f.RuleId, f.Span, f.Arguments)));
        return rows;
    }

    private static Table Read(string markdown, out PageContent content)
    {
        content = PageContent.Read("a.md", markdown, new FindingSink(new LineMap(markdown)));
        return Assert.Single(content.Outline.Tables);
    }
}
