using System.Security.Cryptography;
using System.Text;
using DocGen;
using Samples;
using Example.Drive;
using Samples.Drive;

// What a program does with a client that DocGen generated. Everything in the namespace Example.Drive comes from the
// pages in apidocs/: change a page, run the tour again, and the client has changed with it.
//
// The server throttles, and breaks connections in the middle of uploads and downloads: --seed 2 picks other moments.
// Nothing in this program is about that; the client waits, asks again and goes on by itself.
int seed = args is ["--seed", var number] && int.TryParse(number, out int given) ? given : 1;
return await Tour.RunAsync($"The Drive API, through a client generated from its docs (seed {seed})", async tour =>
{
    tour.Step("Start a drive server");
    await using DriveServer server = await DriveServer.StartAsync(FaultSchedule.FromSeed(seed));
    using var client = new DriveClient(new DriveClientOptions
    {
        ServiceRoot = server.BaseUri, // without it: the service root that the docs name
        Credential = ApiCredential.FromToken(server.Token),
    });
    Drive drive = await client.Drives.GetAsync(at => at.Drive());
    tour.Held(
        $"{drive.Name}, a {drive.DriveType} drive with {drive.Quota?.Remaining:N0} bytes free, at {server.BaseUri}");

    // A request names its operation and says which of the documented URLs to use.
    tour.Step("Create two folders");
    DriveItem folder = await client.DriveItems.CreateChildAsync(
        at => at.DriveRoot(), new() { Name = "Reports", Folder = new() });
    DriveItem archive = await client.DriveItems.CreateChildAsync(
        at => at.DriveRoot(), new() { Name = "Archive", Folder = new() });
    tour.Held($"{folder.Name} and {archive.Name}, created {archive.CreatedDateTime:u}");

    // multipart/related, as the page shows it: typed metadata and a stream, in one request.
    tour.Step("Upload files with their metadata");
    string[] months = ["January", "February", "March", "April", "May", "June", "July", "August"];
    foreach (string month in months)
    {
        DriveItem uploaded = await client.DriveItems.UploadMultipartAsync(
            at => new(at.DriveItemsChildren(folder.Id!))
            {
                Metadata = new() { Name = $"{month}.txt", File = new(), Tags = ["report"],
                    ConflictBehavior = ConflictBehavior.Fail },
                Content = new MemoryStream(Report(month)),
                ContentType = "text/plain",
            });
        tour.Check(uploaded.File?.Hashes?.Sha256Hash == Sha256(Report(month)),
            $"{uploaded.Name} arrived as it was sent");
    }

    tour.Held($"{months.Length} files");

    // Pages are fetched as the loop gets to them. A throttled one is asked for again after Retry-After.
    tour.Step("List the folder, two items a page, from a server that throttles");
    var names = new List<string?>();
    await foreach (DriveItem child in client.DriveItems.ListChildrenAsync(
        at => new(at.Drive(folder.Id!)) { Top = 2, OrderBy = ["name"], Select = ["name"] }))
    {
        names.Add(child.Name);
    }

    tour.Check(server.Faults.Throttled > 0, $"the server refused {server.Faults.Throttled} requests on the way");
    tour.Check(names.SequenceEqual(months.Order(StringComparer.Ordinal).Select(month => month + ".txt")),
        "all of them, once, in order");
    tour.Held(string.Join(", ", names));

    tour.Step("Get an item by its path");
    DriveItem may = await client.DriveItems.GetAsync(at => at.DriveRoot("Reports/May.txt"));
    tour.Held($"{may.Name}, {may.Size:N0} bytes, eTag {may.ETag}, by {may.CreatedBy?.User?.DisplayName}");

    // 202 Accepted: the response waits at its monitor. Its Location, saved, would let another program wait instead.
    tour.Step("Have a file fetched from a URL, and watch the job");
    DriveItemUploadFromUrlResponse job = await client.DriveItems.UploadFromUrlAsync(
        at => new(at.DriveItemsChildren(archive.Id!)) { Prefer = "respond-async" },
        new() { Name = "May.txt", File = new(), SourceUrl = may.DownloadUrl });
    DriveItem fetched = await tour.WithPercentAsync(progress => job.WaitForCompletionAsync(progress));
    tour.Check(fetched.File?.Hashes?.Sha256Hash == may.File?.Hashes?.Sha256Hash, "the copy has the same content");
    tour.Held($"{fetched.ParentReference?.Path}/{fetched.Name}");

    // The session knows what it has. Where a connection breaks, the upload goes on with what is missing.
    tour.Step("Upload 50 MB through a session, over connections that break");
    byte[] film = new byte[50 * 1024 * 1024];
    new Random(seed).NextBytes(film);
    using var content = new MemoryStream(film);
    DriveItemCreateUploadSessionResponse session = await client.DriveItems.CreateUploadSessionAsync(
        at => new(at.DriveRoot("Archive/film.mp4")) { FileSize = film.Length });
    int broken = server.Faults.Broken;
    DriveItem upload = await tour.WithBytesAsync(film.Length,
        async progress => (await session.UploadAsync(content, progress)).Value);
    tour.Check(server.Faults.Broken > broken,
        $"the server broke {server.Faults.Broken - broken} connections on the way");
    tour.Check(upload.Size == film.Length, $"{upload.Size:N0} bytes are there");
    tour.Held($"{upload.Name}, id {upload.Id}");

    // Redirected to a signed URL on another host, which never sees the credential. Breaks are resumed here, too.
    tour.Step("Download it and compare");
    await using (DriveItemDownloadContentResponse download =
        await client.DriveItems.DownloadContentAsync(at => at.Drive(upload.Id!)))
    {
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content));
        tour.Check(sha256 == Sha256(film) && sha256 == upload.File?.Hashes?.Sha256Hash,
            "the content is what was uploaded");
        tour.Held($"{download.ContentLength:N0} bytes, SHA-256 {sha256}");
    }

    tour.Step("Replace a file, and restore what it held before");
    DriveItem replaced = await client.DriveItems.UploadContentAsync(
        at => new(at.Drive(may.Id!)) { ContentType = "text/plain" }, new MemoryStream("gone"u8.ToArray()));
    List<DriveItemVersion> versions = [];
    await foreach (DriveItemVersion version in client.DriveItems.ListVersionsAsync(at => at.Drive(may.Id!)))
        versions.Add(version);
    tour.Check(versions.Select(version => version.Size).SequenceEqual([replaced.Size, may.Size]),
        "two versions, the newest first");
    await client.DriveItemVersions.RestoreVersionAsync(
        at => at.DriveItems(may.Id!, versions[1].Id!));
    DriveItem restored = await client.DriveItems.GetAsync(at => at.Drive(may.Id!));
    tour.Check(restored.File?.Hashes?.Sha256Hash == may.File?.Hashes?.Sha256Hash, "the content is the first again");
    tour.Held($"version {versions[1].Id} of {versions.Count}");

    // The link at the end of a round leads to what happens after it.
    tour.Step("Read all items, and remember where the changes after them are");
    DeltaPageable<DriveItem> everything = client.DriveItems.DeltaAsync(at => new(at.DriveRoot()) { Top = 5 });
    int count = 0;
    await foreach (DriveItem _ in everything)
        count++;
    tour.Check(count == months.Length + 5, "the root, two folders, and all that is in them");
    tour.Held($"{count} items, {everything.DeltaLink?.Query}");

    tour.Step("Copy, move, and delete");
    DriveItemCopyResponse copying = await client.DriveItems.CopyAsync(
        at => new(at.Drive(may.Id!)) { Name = "May (copy).txt" });
    DriveItem copy = await tour.WithPercentAsync(progress => copying.WaitForCompletionAsync(progress));
    DriveItem moved = await client.DriveItems.MoveAsync(
        at => at.Drive(copy.Id!), new() { ParentReference = new() { Id = archive.Id } });
    await client.DriveItems.DeleteAsync(at => at.DriveRoot("Reports/January.txt"));
    tour.Check(moved.ParentReference?.Id == archive.Id, "the copy is in the archive");
    tour.Held($"{moved.ParentReference?.Path}/{moved.Name}");

    tour.Step("Read what changed since");
    var changes = new List<string>();
    await foreach (DriveItem change in everything.ResumeFrom(everything.DeltaLink!))
        changes.Add(change.Deleted is null ? change.Name! : change.Id + " is gone");
    tour.Check(changes.Count == 2 && changes[0] == copy.Name, "the copy and the deletion, and nothing else");
    tour.Held(string.Join(", ", changes));

    tour.Step("Search");
    var found = new List<string?>();
    await foreach (DriveItem match in client.DriveItems.SearchAsync(at => new(at.DriveRoot()) { Q = "may" }))
        found.Add(match.Name);
    tour.Check(found is ["May (copy).txt", "May.txt", "May.txt"], "at any depth, whatever the case");
    tour.Held(string.Join(", ", found));

    tour.Step("Share");
    Permission link = await client.DriveItems.CreateLinkAsync(
        at => new(at.Drive(folder.Id!)) { Type = LinkType.View });
    await foreach (Permission invited in client.DriveItems.InviteAsync(
        at => new(at.Drive(folder.Id!)) { Recipients = [new() { Email = "ben@example.com" }],
            Roles = [PermissionRole.Write] }))
    {
        tour.Detail($"{invited.GrantedTo?.User?.DisplayName} may {string.Join(", ", invited.Roles ?? [])}");
    }

    await client.Permissions.DeleteAsync(at => at.DriveItems(folder.Id!, link.Id!));
    var inherited = new List<Permission>();
    await foreach (Permission permission in client.DriveItems.ListPermissionsAsync(at => at.Drive(may.Id!)))
        inherited.Add(permission);
    tour.Check(inherited is [{ InheritedFrom.Path: "/drive/root:/Reports" }],
        "the files have from the folder what is left");
    tour.Held($"{link.Link?.WebUrl}, and it is withdrawn");

    // Only what is assigned is sent, and only if nobody changed the item in the meantime.
    tour.Step("Rename and tag a file");
    DriveItem renamed = await client.DriveItems.UpdateAsync(
        at => new(at.Drive(may.Id!)) { IfMatch = restored.ETag },
        new() { Name = "May (final).txt", Tags = ["report", "approved"] });
    tour.Check(renamed.Name == "May (final).txt" && renamed.Size == may.Size, "the name changed, the rest did not");
    tour.Held($"{renamed.Name}, tags {string.Join(", ", renamed.Tags ?? [])}, eTag {renamed.ETag}");

    // Errors are typed by status and keep what the service said.
    tour.Step("Update it with the old eTag");
    PreconditionFailedException stale = await Tour.ThrowsAsync<PreconditionFailedException>(
        client.DriveItems.UpdateAsync(
        at => new(at.Drive(may.Id!)) { IfMatch = restored.ETag }, new() { Name = "mine.txt" }));
    tour.Held(stale.Message);

    tour.Step("Create a folder a second time");
    ConflictException conflict = await Tour.ThrowsAsync<ConflictException>(client.DriveItems.CreateChildAsync(
        at => at.DriveRoot(), new() { Name = "Reports", Folder = new() }));
    tour.Held(conflict.Message);

    tour.Step("Get an item that does not exist");
    ResourceNotFoundException missing = await Tour.ThrowsAsync<ResourceNotFoundException>(
        client.DriveItems.GetAsync(at => at.DriveRoot("Reports/January.txt")));
    tour.Check(missing.Code == "itemNotFound" && missing.RequestId is not null,
        "the code and the request id are there");
    tour.Held(missing.Message);

    tour.Step("Delete the folders and all that is in them");
    Response deleted = await client.DriveItems.DeleteAsync(at => at.Drive(folder.Id!));
    await client.DriveItems.DeleteAsync(at => at.Drive(archive.Id!));
    drive = await client.Drives.GetAsync(at => at.Drive());
    tour.Check(drive.Quota?.Used == 0, "the drive is empty");
    tour.Held(
        $"{deleted.Status}; the server refused {server.Faults.Throttled} requests and broke {server.Faults.Broken} " +
        $"connections");
});

static byte[] Report(string month) =>
    Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"All went well in {month}.\n", 2000)));

static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
