namespace DocGen.Tests.Emission;

/// <summary>A change of the docs changes what it must in the emitted files, and renames nothing else.</summary>
public partial class StabilityTests
{
    private const string Folder = "apidocs/resources/folder.md";
    private const string Delete = "apidocs/api/driveitem-delete.md";

    [Fact]
    public async Task A_page_that_goes_takes_its_operation_along()
    {
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages => pages.Remove(Delete));

        Assert.Equal(["DriveItem.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '+');
        string gone = Assert.Single(diff, line => line.StartsWith("- public virtual", StringComparison.Ordinal));
        Assert.Contains(" DeleteAsync(", gone, StringComparison.Ordinal);
        Assert.All(diff.Where(line => line.StartsWith("- public", StringComparison.Ordinal)), line => Assert.Contains("Delete", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_comes_brings_its_operation()
    {
        string source = "";
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages =>
        {
            source = pages[Delete];
            pages["apidocs/api/driveitem-discard.md"] = source
                .Replace("/drive/items/{item-id}", "/drive/items/{item-id}/discard", StringComparison.Ordinal);
        });

        Assert.NotEmpty(source);
        Assert.Equal(["DriveItem.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '-');
    }

    [Fact]
    public async Task A_property_that_comes_is_one_property_more()
    {
        (string[] files, string[] diff) = await ChangeAsync("Folder.g.cs", pages =>
        {
            string row = pages[Folder].Split('\n').Single(line => line.StartsWith("| childCount", StringComparison.Ordinal));
            pages[Folder] = pages[Folder].Replace(row, row + "\n| zone | String | Where it is kept. |", StringComparison.Ordinal);
        });

        Assert.Equal(["Folder.g.cs"], files);
        Assert.Equal(
            [
                "+ private string? _zone;",
                "+ /// <summary>Where it is kept.</summary>",
                "+ public string? Zone { get => _zone; set => _zone = _bits.Assign(value, 1); }",
                "+ 4 when reader.Is(\"zone\"u8) => reader.Read(out _zone, ref _bits, 1),",
                "+ writer.Write(\"zone\"u8, _zone, _bits, 1);",
            ],
            diff);
    }

    [Fact]
    public async Task A_property_that_sorts_first_renumbers_the_states_of_the_others_and_does_nothing_else_to_them()
    {
        (string[] files, string[] diff) = await ChangeAsync("Folder.g.cs", pages =>
        {
            string row = pages[Folder].Split('\n').Single(line => line.StartsWith("| childCount", StringComparison.Ordinal));
            pages[Folder] = pages[Folder].Replace(row, row + "\n| area | String | Where it is kept. |", StringComparison.Ordinal);
        });
        string[] named = [.. diff.Select(line => StateNumber().Replace(line, ", n)"))];

        Assert.Equal(["Folder.g.cs"], files);
        Assert.Equal(
            [
                "+ private string? _area;",
                "+ /// <summary>Where it is kept.</summary>",
                "+ public string? Area { get => _area; set => _area = _bits.Assign(value, n); }",
                "+ 4 when reader.Is(\"area\"u8) => reader.Read(out _area, ref _bits, n),",
                "+ writer.Write(\"area\"u8, _area, _bits, n);",
            ],
            named.Where(line => !named.Contains((line[0] == '+' ? '-' : '+') + line[1..])));
    }

    [Fact]
    public async Task A_property_that_goes_is_one_property_less()
    {
        (string[] files, string[] diff) = await ChangeAsync("SharingLink.g.cs", pages =>
        {
            const string Page = "apidocs/resources/sharinglink.md";
            pages[Page] = string.Join('\n', pages[Page].Split('\n').Where(line => !line.Contains("webUrl", StringComparison.Ordinal)));
        });

        Assert.Equal(["SharingLink.g.cs"], files);
        Assert.Equal(["+ private string? _scope, _type;"], diff.Where(line => line[0] == '+'));
        Assert.Contains(diff, line => line.StartsWith("- public string? WebUrl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_template_that_goes_is_one_factory_less()
    {
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages =>
            pages[Delete] = pages[Delete].Replace("DELETE /drives/{drive-id}/items/{item-id}\n", "", StringComparison.Ordinal));

        Assert.Equal(["DriveItem.g.cs"], files);
        Assert.NotEmpty(diff);
        Assert.All(diff, line => Assert.StartsWith("- ", line, StringComparison.Ordinal));
        Assert.All(diff, line => Assert.Matches("(?i)drives/|DrivesItems", line));
    }

    [Fact]
    public async Task A_template_that_comes_is_one_factory_more()
    {
        (string[] files, string[] diff) = await ChangeAsync("DriveItem.g.cs", pages =>
            pages[Delete] = pages[Delete].Replace(
                "DELETE /drive/items/{item-id}\n", "DELETE /drive/items/{item-id}\nDELETE /shares/{share-id}/items/{item-id}\n", StringComparison.Ordinal));

        Assert.Equal(["DriveItem.g.cs"], files);
        Assert.DoesNotContain(diff, line => line[0] == '-');
        Assert.Contains("+ public static DriveItemDeleteRequest SharesItems(string shareId, string itemId) =>", diff);
        Assert.All(diff, line => Assert.Matches("(?i)shares", line));
    }

    [System.Text.RegularExpressions.GeneratedRegex(@", \d+\)")]
    private static partial System.Text.RegularExpressions.Regex StateNumber();

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
