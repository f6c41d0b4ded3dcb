namespace DocGen.Tests.Emission;

/// <summary>Tests that a project gets only the selected operations, and the types that these operations use.</summary>
public class SelectionTests
{
    [Fact]
    public async Task Without_patterns_everything_is_generated()
    {
        IReadOnlyDictionary<string, string> files = await ChangedDocs.GenerateAsync();

        Assert.Equal(26, files.Count);
    }

    [Theory]
    [InlineData("DriveItems.Delete")]
    [InlineData("driveitems.*lete")]
    [InlineData("**/driveitem-delete.md")]
    [InlineData("apidocs/api/driveitem-d?lete.md")]
    public async Task A_selection_pattern_matches_the_name_or_the_page_of_an_operation(string include)
    {
        IReadOnlyDictionary<string, string> files = await ChangedDocs.GenerateAsync(include: include);

        // Delete has no response body, so no type is emitted for it.
        Assert.Equal(["DriveClient.g.cs", "DriveItem.g.cs"], files.Keys.Order(StringComparer.Ordinal));
        Assert.Contains(" DeleteAsync(", files["DriveItem.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(" GetAsync(", files["DriveItem.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("class DriveItem ", files["DriveItem.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_is_included_and_excluded_is_left_out()
    {
        IReadOnlyDictionary<string, string> files =
            await ChangedDocs.GenerateAsync(include: "DriveItems.Get|DriveItems.Delete",
                exclude: "**/driveitem-delete.md");

        string operations = files["DriveItem.g.cs"];
        Assert.Contains(" GetAsync(", operations, StringComparison.Ordinal);
        Assert.DoesNotContain(" DeleteAsync(", operations, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_that_a_selected_operation_reaches_are_emitted_with_their_bases()
    {
        IReadOnlyDictionary<string, string> files = await ChangedDocs.GenerateAsync(include: "DriveItems.Get");

        // No property of an item refers to the status of a job, an upload session, a drive or the body of an
        // invitation.
        Assert.Equal(
            [
                "BaseItem.g.cs", "ConflictBehavior.g.cs", "Deleted.g.cs", "DriveClient.g.cs", "DriveClientJson.g.cs",
                "DriveItem.g.cs",
                "DriveItemVersion.g.cs", "FileResource.g.cs", "Folder.g.cs", "Hashes.g.cs", "Identity.g.cs",
                "IdentitySet.g.cs",
                "ItemReference.g.cs", "LinkScope.g.cs", "LinkType.g.cs", "Permission.g.cs", "PermissionRole.g.cs",
                "SharingLink.g.cs",
            ],
            files.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_operations_there_is_no_client()
    {
        Assert.Empty(await ChangedDocs.GenerateAsync(exclude: "**"));
    }
}
