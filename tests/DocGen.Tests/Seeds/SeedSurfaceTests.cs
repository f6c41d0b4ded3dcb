using System.Globalization;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Seeds;

/// <summary>
/// Tests of the methods, classes, factories, members, statuses and diagnostics that real pages give.
/// </summary>
public class SeedSurfaceTests
{
    private const string CreateChildren = """
        Items.CreateChildren: POST ItemCreateChildrenRequest -> ItemCreateChildrenResponse
          Drive(itemId) /drive/items/{item-id}/children
          DriveRoot(itemPath) /drive/root:/{+item-path}:/children
          member ContentSourceUrl: String = @content.sourceUrl
          member File: JsonObject = file
          member Name: String = name
          content Content, ContentType: application/octet-stream
          multipart/related: metadata, content, optional
          Header Prefer: String = Prefer
          LongRunning Item: 201, 202

        """;

    private const string UploadMultipart = """
        DriveItems.UploadMultipart: POST DriveItemUploadMultipartRequest -> DriveItemUploadMultipartResponse
          DriveItemsChildren(folderId) /drive/items/{folder-id}/children
          MeDriveItemsChildren(itemId) /me/drive/items/{item-id}/children
          MeDriveRootChildren(itemPath) /me/drive/root:/{+item-path}:/children
          body Metadata: DriveItem
          constant @microsoft.graph.sourceUrl = cid:content
          member ConflictBehavior: String = @microsoft.graph.conflictBehavior
          content Content, ContentType: text/plain, required
          multipart/related: metadata, content
          scopes files.readwrite
          permission Delegated (personal Microsoft account): Files.ReadWrite, Files.ReadWrite.All
          Value DriveItem: 201

        """;

    private const string UploadFromUrl = """
        Items.UploadFromUrl: POST ItemUploadFromUrlRequest -> ItemUploadFromUrlResponse
          DriveItemsChildren(parentItem) /drive/items/{parent-item}/children
          MeDriveItemsChildren(parentItem) /me/drive/items/{parent-item}/children
          member File: JsonObject = file
          member Name: String = name
          member SourceUrl: String = @microsoft.graph.sourceUrl
          Header Prefer: String = Prefer
          scopes files.readwrite
          permission Delegated (personal Microsoft account): Files.ReadWrite, Files.ReadWrite.All
          LongRunning nothing: 202

        """;

    private const string CreateUploadSession = """
        DriveItems.CreateUploadSession: POST DriveItemCreateUploadSessionRequest -> DriveItemCreateUploadSessionResponse
          Drive(driveItemId) /drive/items/{driveItemId}/createUploadSession
          DriveBundles(driveItemId) /drive/bundles/{driveItemId}/createUploadSession
          DriveFollowing(driveItemId) /drive/following/{driveItemId}/createUploadSession
          DriveRoot() /drive/root/createUploadSession
          DriveSpecial(driveItemId) /drive/special/{driveItemId}/createUploadSession
          DrivesRoot(driveId) /drives/{drivesId}/root/createUploadSession
          Shares(shareId) /shares/{sharesId}/driveItem/createUploadSession
          SharesRoot(shareId) /shares/{sharesId}/root/createUploadSession
          member DeferCommit: Boolean = deferCommit
          member Item: DriveItemUploadableProperties = item
          Value UploadSession, wrapped: 200

        """;

    private const string CreateVersion = """
        Items.CreateVersion: POST ItemCreateVersionRequest -> ItemCreateVersionResponse
          Drive(itemId) /drive/items/{id}/versions
          DriveRoot() /drive/root/versions
          DrivesRoot(driveId) /drives/{id}/root/versions
          body Body: Item
          Value Item: 201

        """;

    /// <summary>The line, column and rule of each finding if a page is read without the others.</summary>
    private static readonly string[][] Alone =
    [
        ["6:1 DG0602", "23:1 DG0207", "34:68 DG0303", "34:68 DG0501", "43:1 DG0411", "60:18 DG0307", "63:1 DG0409",
            "73:28 DG0501"],
        ["15:27 DG0501", "19:120 DG0501", "33:33 DG0407", "54:75 DG0303", "80:26 DG0501", "102:10 DG0501"],
        ["14:27 DG0501", "20:120 DG0501", "49:42 DG0501"],
        [
            "3:14 DG0601", "4:9 DG0601", "6:10 DG0601", "13:1 DG0601", "20:37 DG0601", "21:41 DG0601", "22:14 DG0601",
            "54:7 DG0303", "54:7 DG0501", "54:86 DG0601", "55:22 DG0601", "61:67 DG0501", "73:1 DG0403", "81:18 DG0306",
            "91:18 DG0303", "96:1 DG0403", "98:1 DG0404",
        ],
        ["5:1 DG0602", "10:19 DG0406", "11:14 DG0406", "17:2 DG0206", "20:54 DG0501", "34:6 DG0405", "42:18 DG0303",
            "65:22 DG0306"],
    ];

    /// <summary>
    /// The findings about several pages: two pages use the same request name, two pages have different service roots,
    /// and three pages have the same URL.
    /// </summary>
    private static readonly string[] Together = ["000 11:6 DG0705", "002 33:6 DG0705", "003 72:6 DG0408",
        "004 31:11 DG0107"];

    [SharedDocsFact]
    public Task The_create_children_page_gives_the_expected_operation() =>
        Check("000", CreateChildren, "ApiClient.g.cs", "ApiClientJson.g.cs", "Item.g.cs");

    [SharedDocsFact]
    public Task The_multipart_upload_page_gives_the_expected_operation() =>
        Check("001", UploadMultipart, "ApiClient.g.cs", "ApiClientJson.g.cs", "DriveItem.g.cs");

    [SharedDocsFact]
    public Task The_upload_from_URL_page_gives_the_expected_operation() =>
        Check("002", UploadFromUrl, "ApiClient.g.cs", "Item.g.cs");

    [SharedDocsFact]
    public Task The_create_upload_session_page_gives_the_expected_operation() =>
        Check("003", CreateUploadSession, "ApiClient.g.cs", "ApiClientJson.g.cs", "DriveItem.g.cs",
            "DriveItemUploadableProperties.g.cs", "UploadSession.g.cs");

    [SharedDocsFact]
    public Task The_create_version_page_gives_the_expected_operation() =>
        Check("004", CreateVersion, "ApiClient.g.cs", "ApiClientJson.g.cs", "Item.g.cs");

    [SharedDocsFact]
    public async Task All_five_pages_together_give_the_same_operations_as_each_alone()
    {
        LinkedDocs docs = Docs.Link(SeedDocs.Pages());
        GeneratorTestResult result = await GenerateAsync(SeedDocs.Pages());

        TextDiff.Equal(CreateUploadSession + UploadMultipart + CreateChildren + CreateVersion + UploadFromUrl,
            SeedDocs.Surface(docs), "the operations");
        Assert.Equal(
            ["ApiClient.g.cs", "ApiClientJson.g.cs", "DriveItem.g.cs", "DriveItemUploadableProperties.g.cs",
                "Item.g.cs", "UploadSession.g.cs"],
            result.GeneratedSources.Keys);
        Assert.Equal(["DriveItem", "DriveItemUploadableProperties", "Item", "UploadSession"],
            docs.Files.SelectMany(f => f.Types).Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(docs.Files.SelectMany(f => f.Types), type => Assert.True(type.IsPlaceholder));
        SameDiagnostics([.. Numbered(), .. Together], result);
        Assert.Equal("https://graph.microsoft.com/v1.0", docs.Api.Client!.ServiceRoot);
    }

    [SharedDocsFact]
    public void Two_pages_with_the_same_request_name_give_two_operations_and_a_finding()
    {
        LinkedDocs docs = Docs.Link(SeedDocs.Pages("000", "004"));

        Assert.Equal(["Items.CreateChildren", "Items.CreateVersion"], docs.OperationNames);
        string[] paths = [.. SeedDocs.Pages("000", "004").Select(p => p.Path)];
        Assert.Contains($"DG0107 {paths[1]}: create_item_from_item | {paths[0]}", docs.Findings);
    }

    [SharedDocsFact("corpus/onedrive/resources")]
    public async Task Types_are_defined_if_the_resource_pages_are_in_the_doc_set()
    {
        (string, string)[] pages = [.. SeedDocs.Pages(), .. SeedDocs.Resources()];
        LinkedDocs docs = Docs.Link(pages);
        GeneratorTestResult result = await GenerateAsync(pages);

        // The method names are the same as without the resource pages. The type name "item" is an alias of driveItem.
        // The page of driveItem defines the conflict annotation, and the page of uploadSession has the members that
        // identify an upload session.
        TextDiff.Equal(
            (CreateUploadSession + UploadMultipart + CreateChildren + CreateVersion + UploadFromUrl)
                .Replace("LongRunning Item", "LongRunning DriveItem").Replace("Value Item", "Value DriveItem")
                .Replace("Value UploadSession, wrapped", "UploadSession UploadSession")
                .Replace("body Body: Item", "body Body: DriveItem")
                .Replace("  member ConflictBehavior: String = @microsoft.graph.conflictBehavior\n", ""),
            SeedDocs.Surface(docs), "the operations");
        Assert.Equal(
            [("DriveItemUploadableProperties", true)],
            docs.Files.SelectMany(f => f.Types).Where(t => t.IsPlaceholder).Select(t => (t.Name, t.IsPlaceholder)));
        StructuredType item = docs.Type("DriveItem");
        Assert.Equal(("microsoft.graph.driveItem", "BaseItem"), (item.ODataName, item.Base));
        Assert.Contains(item.Properties, p => p is { Name: "File", JsonName: "file", Type.Name: "FileResource" });

        // With the resource pages, these findings disappear, and findings about aliases are reported instead.
        string[] found = ["34:68 DG0303", "42:18 DG0303", "54:75 DG0303", "91:18 DG0303"];
        SameDiagnostics(
            [
                .. Numbered().Where(d => !found.Contains(d[4..]) && !Linked.Contains(d)), .. Together,
                "000 34:68 DG0304", "004 20:54 DG0304", "004 42:18 DG0304",
            ],
            result);
        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "DG0006");
    }

    /// <summary>The findings about links to resource pages.</summary>
    private static readonly string[] Linked = ["000 73:28 DG0501", "001 80:26 DG0501", "003 61:67 DG0501"];

    private static IEnumerable<string> Numbered() =>
        Alone.SelectMany((page, number) =>
            page.Select(d => number.ToString("000", CultureInfo.InvariantCulture) + " " + d));

    private static async Task Check(string number, string surface, params string[] files)
    {
        (string Path, string Text)[] pages = SeedDocs.Pages(number);
        Assert.Single(pages);

        GeneratorTestResult result = await GenerateAsync(pages);

        TextDiff.Equal(surface, SeedDocs.Surface(Docs.Link(pages)), "the operations");
        Assert.Equal(files, result.GeneratedSources.Keys);
        SameDiagnostics(Numbered().Where(d => d.StartsWith(number, StringComparison.Ordinal)), result);
    }

    private static Task<GeneratorTestResult> GenerateAsync((string Path, string Text)[] pages) =>
        Docs.GenerateAsync([.. pages.Select(p => (p.Path, (string?)p.Text))]);

    private static void SameDiagnostics(IEnumerable<string> expected, GeneratorTestResult result) => TextDiff.Equal(
        string.Join('\n', expected.Order(StringComparer.Ordinal)),
        string.Join('\n', SeedDocs.Diagnostics(result).Order(StringComparer.Ordinal)),
        "the diagnostics");
}
