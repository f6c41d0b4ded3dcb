using System.Security.Cryptography;
using System.Text;
using Example.Drive;
using Samples.Drive;

namespace DocGen.EndToEnd.Tests;

/// <summary>Tests the generated client against a server that throttles and breaks connections.</summary>
public sealed class FaultTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_listing_is_complete_although_the_server_throttles(int seed)
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed);
        string[] names = [.. Enumerable.Range(0, 9).Select(number => $"folder {number}")];
        foreach (string name in names)
            await drive.CreateFolderAsync(name);

        var listed = new List<string?>();
        await foreach (DriveItem child in drive.Client.DriveItems
            .ListChildrenAsync(at => new(at.DriveRoot()) { Top = 2 }))
            listed.Add(child.Name);

        Assert.Equal(names, listed);
        Assert.InRange(drive.Server.Faults.Throttled, 1, 15);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task An_upload_and_a_download_survive_broken_connections(int seed)
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed);
        byte[] content = RandomNumberGenerator.GetBytes((9 << 20) + 17);
        var progress = new List<long>();

        DriveItemCreateUploadSessionResponse session = await drive.Client.DriveItems.CreateUploadSessionAsync(
            at => at.DriveRoot("data.bin"));
        DriveItem item = (await session.UploadAsync(
            new MemoryStream(content), new Recorder(progress),
            new UploadOptions { RangeSize = 4 * UploadOptions.RangeUnit })).Value;
        int inUpload = drive.Server.Faults.Broken;
        await using DriveItemDownloadContentResponse download =
            await drive.Client.DriveItems.DownloadContentAsync(at => at.Drive(item.Id!));
        using var received = new MemoryStream();
        await download.CopyToAsync(received);

        Assert.InRange(inUpload, 1, 8);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), item.File!.Hashes!.Sha256Hash);
        Assert.True(content.AsSpan().SequenceEqual(received.ToArray()));
        Assert.Equal(progress.Order().Distinct(), progress);
        Assert.Equal(content.Length, progress[^1]);
    }

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
    public async Task A_deleted_upload_session_is_gone()
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
    public async Task Delta_returns_each_change_once_and_resumes_from_its_link()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: 4);
        DriveItem kept = await drive.CreateFolderAsync("kept");
        DriveItem gone = await drive.CreateFolderAsync("gone");
        DeltaPageable<DriveItem> all = drive.Client.DriveItems.DeltaAsync(at => new(at.DriveRoot()) { Top = 1 });
        var first = new List<string?>();
        await foreach (DriveItem item in all)
            first.Add(item.Name);

        await drive.Client.DriveItems.UpdateAsync(at => at.Drive(kept.Id!), new() { Description = "a" });
        await drive.Client.DriveItems.UpdateAsync(at => at.Drive(kept.Id!), new() { Description = "b" });
        await drive.Client.DriveItems.DeleteAsync(at => at.Drive(gone.Id!));
        var changes = new List<DriveItem>();
        DeltaPageable<DriveItem> since = all.ResumeFrom(all.DeltaLink!);
        await foreach (DriveItem item in since)
            changes.Add(item);
        var nothing = new List<DriveItem>();
        await foreach (DriveItem item in since.ResumeFrom(since.DeltaLink!))
            nothing.Add(item);

        Assert.Equal(["root", "kept", "gone"], first);
        Assert.Collection(
            changes,
            item => Assert.Equal(("kept", "b"), (item.Name, item.Description)),
            item => Assert.Equal((gone.Id, "deleted"), (item.Id, item.Deleted?.State)));
        Assert.Empty(nothing);
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
    public async Task A_permission_is_inherited_and_deleted_only_at_its_own_item()
    {
        await using TestDrive drive = await TestDrive.StartAsync(seed: null);
        DriveItem folder = await drive.CreateFolderAsync("a");
        DriveItem child = await drive.Client.DriveItems.CreateChildAsync(
            at => at.Drive(folder.Id!), new() { Name = "b", Folder = new() });
        DriveItemCreateLinkRequest request = new(
            DriveItemCreateLinkRequest.At.Drive(folder.Id!)) { Type = LinkType.Edit };

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

    [Fact]
    public void A_seed_determines_the_fault_schedule()
    {
        static string Play(int seed)
        {
            var schedule = FaultSchedule.FromSeed(seed);
            return string.Join(' ', Enumerable.Range(0, 40)
                .Select(_ => $"{schedule.Refusal()} {schedule.BreakAfter(5 << 20)} {schedule.StepsOfJob()}"));
        }

        Assert.Equal(Play(1), Play(1));
        Assert.Equal(5, Enumerable.Range(1, 5).Select(Play).Distinct().Count());
    }

    private sealed class TestDrive : IAsyncDisposable
    {
        private TestDrive(DriveServer server)
        {
            Server = server;
            var options = new DriveClientOptions { ServiceRoot = server.BaseUri,
                Credential = ApiCredential.FromToken(server.Token) };
            options.Retry.BaseDelay = TimeSpan.Zero;
            Client = new DriveClient(options);
        }

        public DriveServer Server { get; }

        public DriveClient Client { get; }

        public static async Task<TestDrive> StartAsync(int? seed) => new(await DriveServer.StartAsync(
            seed is { } number ? FaultSchedule.FromSeed(number, retryAfter: 0) : null));

        public async Task<DriveItem> CreateFolderAsync(string name) => await Client.DriveItems.CreateChildAsync(
            at => at.DriveRoot(), new() { Name = name, Folder = new() });

        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await Server.DisposeAsync();
        }
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
