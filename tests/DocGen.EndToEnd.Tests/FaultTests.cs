using System.Security.Cryptography;
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

    private sealed class Recorder(List<long> values) : IProgress<long>
    {
        public void Report(long value) => values.Add(value);
    }
}
