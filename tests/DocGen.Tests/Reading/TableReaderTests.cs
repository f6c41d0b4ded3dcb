using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

public class TableReaderTests
{
    [Fact]
    public void A_row_has_a_name_a_type_a_description_and_a_required_flag()
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
    public void Columns_may_be_in_any_order()
    {
        MemberRow row = Assert.Single(Members("|Description|Type|Name|\n|-|-|-|\n|Words.|Boolean|x|\n", out _));

        Assert.Equal(("x", "Boolean", "Words."),
            (row.Member.Name, TypeTextTests.Show(row.Member.Type), row.Member.Summary!.ToPlainText()));
    }

    [Fact]
    public void A_table_without_a_type_column_is_reported_and_read()
    {
        MemberRow row = Assert.Single(Members("|Name|Description|\n|-|-|\n|x|Words.|\n", out string findings));

        Assert.False(row.HasType);
        Assert.Equal("DG0202(1,2): parameters | type", findings);
    }

    [Fact]
    public void A_table_without_rows_is_reported()
    {
        Assert.Empty(Members("|Name|Type|\n|-|-|\n||String|\n", out string findings));
        Assert.Equal("DG0201(1,1): parameters", findings);
    }

    [Fact]
    public void An_ambiguous_type_is_reported_at_its_cell()
    {
        MemberRow row = Assert.Single(
            Members("|Name|Type|Description|\n|-|-|-|\n|x|[a](a.md) or [b](b.md)|d|\n", out string findings));

        Assert.Equal("a", row.Member.Type.Name);
        Assert.Equal("DG0309(3,4): a or b | x | 'a'", findings);
    }

    [Fact]
    public void Filler_is_reported_and_left_out_of_the_documentation()
    {
        MemberRow row = Assert.Single(
            Members("|Name|Type|Description|\n|-|-|-|\n|x|String|**TODO: Add Description**|\n", out string findings));

        Assert.Null(row.Member.Summary);
        Assert.Equal("DG0601(3,11): TODO: Add Description", findings);
    }

    [Fact]
    public void Repeated_and_invalid_values_of_an_enum_are_left_out()
    {
        Table table = Read(
            "## x values\n\n|Member|Value|Description|\n|-|-|-|\n|`a`|0|First.|\n|\"b\"|1|**TODO: x**|\n" +
            "|a|2|Again.|\n|not a value|3|-|\n", out PageContent content);

        IReadOnlyList<EnumMemberDefinition> members = content.Tables.EnumMembers(table);

        Assert.Equal(["a", "b"], members.Select(m => m.Value));
        Assert.Equal(["First.", null], members.Select(m => m.Summary?.ToPlainText()));
    }

    [Fact]
    public void Only_rows_with_scopes_are_permissions()
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
