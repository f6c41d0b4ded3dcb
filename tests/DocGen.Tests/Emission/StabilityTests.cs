namespace DocGen.Tests.Emission;

/// <summary>Tests that an edit of the docs changes only the affected lines of the emitted files.</summary>
[Trait("Speed", "Slow")]
public class StabilityTests
{
    private const string Folder = "apidocs/resources/folder.md";
    private const string Delete = "apidocs/api/driveitem-delete.md";

    [Fact]
    public async Task Removing_a_page_removes_only_its_operation()
    {
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages => pages.Remove(Delete));

        // The client counts its pages and operations.
        Assert.Equal(["DriveClient.g.cs", "DriveItem.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '+');
        string gone = Assert.Single(diff, line => line.StartsWith("- public virtual", StringComparison.Ordinal));
        Assert.Contains(" DeleteAsync(", gone, StringComparison.Ordinal);
        Assert.All(diff.Where(line => line.StartsWith("- public", StringComparison.Ordinal)),
            line => Assert.Contains("Delete", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Adding_a_page_adds_only_its_operation()
    {
        string source = "";
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages =>
        {
            source = pages[Delete];
            pages["apidocs/api/driveitem-discard.md"] = source
                .Replace("/drive/items/{item-id}", "/drive/items/{item-id}/discard", StringComparison.Ordinal);
        });

        Assert.NotEmpty(source);
        Assert.Equal(["DriveClient.g.cs", "DriveItem.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '-');
    }

    [Fact]
    public async Task Adding_a_property_adds_only_that_property()
    {
        (string[] files, string[] diff) = await ChangeAsync("Folder.g.cs", pages =>
        {
            string row = pages[Folder].Split('\n')
                .Single(line => line.StartsWith("| childCount", StringComparison.Ordinal));
            pages[Folder] = pages[Folder]
                .Replace(row, row + "\n| zone | String | Where it is kept. |", StringComparison.Ordinal);
        });

        Assert.Equal(["Folder.g.cs"], files);
        Assert.Equal(
            [
                "+ private string? _zone;",
                "+ /// <summary>Where it is kept.</summary>",
                "+ public string? Zone { get => _zone; set => _zone = _bits.Assign(value, (int)Bit.Zone); }",
                "+ 4 when reader.Is(\"zone\"u8) => reader.Read(out _zone, ref _bits, (int)Bit.Zone),",
                "+ writer.Write(\"zone\"u8, _zone, _bits, (int)Bit.Zone);",
                "+ Zone,",
            ],
            diff);
    }

    [Fact]
    public async Task A_property_that_sorts_first_does_not_change_the_others()
    {
        (string[] files, string[] diff) = await ChangeAsync("Folder.g.cs", pages =>
        {
            string row = pages[Folder].Split('\n')
                .Single(line => line.StartsWith("| childCount", StringComparison.Ordinal));
            pages[Folder] = pages[Folder]
                .Replace(row, row + "\n| area | String | Where it is kept. |", StringComparison.Ordinal);
        });

        Assert.Equal(["Folder.g.cs"], files);
        Assert.Equal(
            [
                "+ private string? _area;",
                "+ /// <summary>Where it is kept.</summary>",
                "+ public string? Area { get => _area; set => _area = _bits.Assign(value, (int)Bit.Area); }",
                "+ 4 when reader.Is(\"area\"u8) => reader.Read(out _area, ref _bits, (int)Bit.Area),",
                "+ writer.Write(\"area\"u8, _area, _bits, (int)Bit.Area);",
                "+ Area,",
            ],
            diff);
    }

    [Fact]
    public async Task Removing_a_property_removes_only_that_property()
    {
        (string[] files, string[] diff) = await ChangeAsync("SharingLink.g.cs", pages =>
        {
            const string Page = "apidocs/resources/sharinglink.md";
            pages[Page] = string.Join('\n',
                pages[Page].Split('\n').Where(line => !line.Contains("webUrl", StringComparison.Ordinal)));
        });

        Assert.Equal(["SharingLink.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '+');
        Assert.Contains(diff, line => line.StartsWith("- public string? WebUrl", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(30, "abstract", "String")] // sorts before all others
    [InlineData(30, "field12b", "[measure](measure.md)")] // sorts between others
    [InlineData(30, "zone", "Collection(String)")] // sorts after all others
    [InlineData(31, "pastMeasures", "Collection([measure](measure.md))")] // the last member in the second state word
    [InlineData(32, "field12b", "[measure](measure.md)")] // adds the first member of a third state word
    public async Task Adding_a_property_to_a_large_resource_changes_few_lines(int properties, string name,
        string type)
    {
        IReadOnlyDictionary<string, string> before = await ChangedDocs.GenerateAsync(Large(properties));
        IReadOnlyDictionary<string, string> after = await ChangedDocs.GenerateAsync(
            Large(properties, $"| {name} | {type} | One more. |"));

        Assert.InRange(ChangedDocs.ChangedLines(before["Sheet.g.cs"], after["Sheet.g.cs"]), 6, 16);
        Assert.Equal(["Sheet.g.cs"], before.Keys.Where(file => before[file] != after[file]));
    }

    [Fact]
    public async Task A_resource_is_emitted_before_its_operations()
    {
        IReadOnlyDictionary<string, string> files = await ChangedDocs.GenerateAsync();

        string[] types = [.. EmittedCode.Types(files["DriveItem.g.cs"])];
        Assert.Equal(["DriveItem", "DriveItemOperations", "DriveItemOperationsUrls"], types[..3]);
        Assert.All(types[3..], type => Assert.Matches("(Request|Response)$", type));
    }

    [Fact]
    public async Task Removing_a_URL_template_removes_one_method()
    {
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages =>
            pages[Delete] = pages[Delete]
                .Replace("DELETE /drives/{drive-id}/items/{item-id}\n", "", StringComparison.Ordinal));

        Assert.Equal(["DriveItem.g.cs"], files);
        Assert.NotEmpty(diff);
        Assert.All(diff, line => Assert.StartsWith("- ", line, StringComparison.Ordinal));
        Assert.All(diff, line => Assert.Matches("(?i)drives/|Drives", line));
    }

    [Fact]
    public async Task Adding_a_URL_template_adds_one_method()
    {
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages =>
            pages[Delete] = pages[Delete].Replace(
                "DELETE /drive/items/{item-id}\n",
                "DELETE /drive/items/{item-id}\nDELETE /shares/{share-id}/items/{item-id}\n",
                StringComparison.Ordinal));

        Assert.Equal(["DriveItem.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '-');
        Assert.Contains("+ public DriveItemDeleteRequest Shares(string shareId, string itemId) =>", diff);
        Assert.All(diff, line => Assert.Matches("(?i)shares", line));
    }

    // A sheet has properties of three kinds, and one operation.
    private static Dictionary<string, string> Large(int properties, string more = "")
    {
        string[] types = ["String", "DateTimeOffset", "[measure](measure.md)"];
        IEnumerable<string> rows = Enumerable.Range(0, properties)
            .Select(i => $"| field{i:D2} | {types[i % types.Length]} | Field {i}. |");
        return new(StringComparer.Ordinal)
        {
            ["docs/sheet.md"] = "# sheet\n\n| Property | Type | Description |\n|:--|:--|:--|\n"
                + string.Join('\n', [.. rows, more]) + "\n",
            ["docs/measure.md"] =
                "# measure\n\n| Property | Type | Description |\n|:--|:--|:--|\n| value | Double | How much. |\n",
            ["docs/sheet-get.md"] =
                "# Get a sheet\n\n## HTTP request\n\n```http\n" +
                "GET https://sheets.example.com/v1.0/sheets/{sheet-id}\n```\n\n"
                + "## Response\n\nReturns `200 OK` and a [sheet](sheet.md).\n",
        };
    }

    private static async Task<(string[] Files, string[] Diff)> ChangeAsync(
        string shown, Action<SortedDictionary<string, string>> change)
    {
        IReadOnlyDictionary<string, string> before = await ChangedDocs.GenerateAsync();
        IReadOnlyDictionary<string, string> after = await ChangedDocs.GenerateAsync(change);

        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        string[] files = [.. before.Keys.Where(name => before[name] != after[name]).Order(StringComparer.Ordinal)];
        return (files, [.. ChangedDocs.Diff(before[shown], after[shown])]);
    }
}
