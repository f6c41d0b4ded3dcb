using System.Security.Cryptography;
using System.Text;
using Example.Drive;

namespace DocGen.EndToEnd.Tests;

/// <summary>Tests upload sessions, search, permissions and versions with the generated client.</summary>
public sealed class DriveOperationTests
{
    [Fact]
    public async Task An_upload_is_resumed_from_its_saved_URL()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);
        byte[] content = RandomNumberGenerator.GetBytes(3 << 20);
        using var ended = new CancellationTokenSource();
        DriveItemCreateUploadSessionResponse session = await drive.Client.DriveItems.CreateUploadSessionAsync(
            at => at.DriveRoot("data.bin"));
        var options = new UploadOptions { RangeSize = UploadOptions.RangeUnit };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.UploadAsync(
            new MemoryStream(content), new Stopper(UploadOptions.RangeUnit, ended), options, ended.Token));

        var resumed = new List<long>();
        Response<DriveItem> item =
            await DriveItemCreateUploadSessionResponse.FromUploadUrl(drive.Client, session.UploadUrl)
            .UploadAsync(new MemoryStream(content), new Recorder(resumed), options);

        Assert.Equal(UploadOptions.RangeUnit, resumed[0]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), item.Value.File!.Hashes!.Sha256Hash);
    }

    [Fact]
    public async Task A_deleted_upload_session_no_longer_exists()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);
        DriveItemCreateUploadSessionResponse session = await drive.Client.DriveItems.CreateUploadSessionAsync(
            at => at.DriveRoot("data.bin"));

        await session.DeleteAsync();

        var gone = await Assert.ThrowsAsync<UploadSessionExpiredException>(
            () => session.UploadAsync(new MemoryStream([1, 2, 3])));
        Assert.Equal((404, "itemNotFound"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task An_upload_larger_than_the_drive_is_refused_when_its_session_is_created()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);

        var full = await Assert.ThrowsAsync<ApiException>(() => drive.Client.DriveItems.CreateUploadSessionAsync(
            at => new(at.DriveRoot("data.bin")) { FileSize = 2L << 30 }));

        Assert.Equal((507, "insufficientStorage"), (full.Status, full.Code));
    }

    [Fact]
    public async Task A_search_accepts_any_text()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);
        DriveItem folder = await drive.CreateFolderAsync("a");
        foreach (string name in new[] { "Ben's plan", "100% #1 & more", "ü" })
        {
            await drive.Client.DriveItems.CreateChildAsync(
                at => at.Drive(folder.Id!), new() { Name = name, Folder = new(), Description = "x/y:" + name });
        }

        foreach (string text in new[] { "ben's", "100% #1 & m", "Ü", "X/Y:ü" })
        {
            var found = new List<DriveItem>();
            await foreach (DriveItem item in drive.Client.DriveItems
                .SearchAsync(at => new(at.DriveRoot()) { Q = text }))
                found.Add(item);
            Assert.Contains(text, Assert.Single(found).Description + found[0].Name, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_permission_is_inherited_and_can_be_deleted_only_where_it_was_created()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);
        DriveItem folder = await drive.CreateFolderAsync("a");
        DriveItem child = await drive.Client.DriveItems.CreateChildAsync(
            at => at.Drive(folder.Id!), new() { Name = "b", Folder = new() });
        DriveItemCreateLinkRequest request = new(
            DriveItemCreateLinkRequest.At.Drive(folder.Id!))
        { Type = LinkType.Edit };

        DriveItemCreateLinkResponse created = await drive.Client.DriveItems.CreateLinkAsync(request);
        DriveItemCreateLinkResponse again = await drive.Client.DriveItems.CreateLinkAsync(request);
        Permission below = await drive.Client.Permissions.GetAsync(at => at.DriveItems(child.Id!, created.Value.Id!));
        var denied = await Assert.ThrowsAsync<AccessDeniedException>(() => drive.Client.Permissions.DeleteAsync(
            at => at.DriveItems(child.Id!, created.Value.Id!)));
        await drive.Client.Permissions.DeleteAsync(at => at.DriveItems(folder.Id!, created.Value.Id!));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => drive.Client.Permissions.GetAsync(
            at => at.DriveItems(child.Id!, created.Value.Id!)));

        Assert.Equal((201, 200), (created.Status, again.Status));
        Assert.Equal(created.Value.Id, again.Value.Id);
        Assert.Equal(folder.Id, below.InheritedFrom!.Id);
        Assert.Equal([PermissionRole.Write], below.Roles!);
        Assert.Equal("accessDenied", denied.Code);
    }

    [Fact]
    public async Task Each_upload_and_each_restore_creates_a_version()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);
        Task<DriveItemUploadContentResponse> Upload(string text) => drive.Client.DriveItems.UploadContentAsync(
            at => new(at.DriveRoot("a.txt")) { ContentType = "text/plain" },
            new MemoryStream(Encoding.UTF8.GetBytes(text)));

        DriveItemUploadContentResponse first = await Upload("one");
        DriveItemUploadContentResponse second = await Upload("three");
        await drive.Client.DriveItemVersions.RestoreVersionAsync(
            at => at.DriveItems(first.Value.Id!, "1.0"));
        var versions = new List<(string?, long?)>();
        await foreach (DriveItemVersion version in drive.Client.DriveItems
            .ListVersionsAsync(at => at.DriveRoot("a.txt")))
            versions.Add((version.Id, version.Size));

        Assert.Equal((201, 200), (first.Status, second.Status));
        Assert.Equal([("3.0", 3), ("2.0", 5), ("1.0", 3)], versions);
    }

    private sealed class Recorder(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }

    private sealed class Stopper(long at, CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value)
        {
            if (value >= at)
                source.Cancel();
        }
    }
}
