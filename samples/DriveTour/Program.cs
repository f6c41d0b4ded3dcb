using System.Security.Cryptography;
using System.Text;
using DocGen;
using DriveTour;
using Example.Drive;
using Samples.Drive;

// What a program does with a client that DocGen generated. Everything in the namespace Example.Drive comes from the
// pages in apidocs/: change a page, run the tour again, and the client has changed with it.
return await Tour.RunAsync("The Drive API, through a client generated from its docs", async tour =>
{
    tour.Step("Start a drive server");
    await using DriveServer server = await DriveServer.StartAsync();
    using var client = new DriveClient(new DriveClientOptions
    {
        ServiceRoot = server.BaseUri, // without it: the service root that the docs name
        Credential = ApiCredential.FromToken(server.Token),
    });
    tour.Held($"an empty drive in memory, at {server.BaseUri}");

    // A request names its operation and says which of the documented URLs to use.
    tour.Step("Create a folder");
    DriveItem folder = await client.DriveItems.CreateChildAsync(
        new(DriveItemCreateChildRequest.DriveRoot()) { Body = new() { Name = "Reports", Folder = new() } });
    tour.Held($"{folder.Name}, id {folder.Id}, created {folder.CreatedDateTime:u}");

    // multipart/related, as the page shows it: typed metadata and a stream, in one request.
    tour.Step("Upload three files");
    string[] months = ["March", "April", "May"];
    foreach (string month in months)
    {
        byte[] report = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"All went well in {month}.\n", 2000)));
        DriveItem uploaded = await client.DriveItems.UploadMultipartAsync(
            new(DriveItemUploadMultipartRequest.DriveItemsChildren(folder.Id!))
            {
                Metadata = new() { Name = $"{month}.txt", File = new(), ConflictBehavior = ConflictBehavior.Replace },
                Content = new MemoryStream(report),
                ContentType = "text/plain",
            });
        tour.Check(
            uploaded.File?.Hashes?.Sha256Hash == Convert.ToHexStringLower(SHA256.HashData(report)),
            $"{uploaded.Name}, {uploaded.Size:N0} bytes, arrived as it was sent");
    }

    tour.Held("201 Created, and the SHA-256 that the service computed is ours");

    // Pages are fetched as the loop gets to them.
    tour.Step("List the folder, two items a page");
    var names = new List<string?>();
    await foreach (DriveItem child in client.DriveItems.ListChildrenAsync(
        new(DriveItemListChildrenRequest.DriveItems(folder.Id!)) { Top = 2, OrderBy = "name" }))
    {
        names.Add(child.Name);
        tour.Detail($"{child.Name,-10} {child.Size,7:N0} bytes  {child.File?.MimeType}");
    }

    tour.Check(names is ["April.txt", "March.txt", "May.txt"], "all three, in order");
    tour.Held($"{names.Count} items");

    tour.Step("Get an item by its path");
    DriveItem may = await client.DriveItems.GetAsync(DriveItemGetRequest.DriveRoot("Reports/May.txt"));
    tour.Held($"{may.Name}, eTag {may.ETag}, by {may.CreatedBy?.User?.DisplayName}");

    // Redirected to a signed URL on another host, which never sees the credential.
    tour.Step("Download its content");
    await using (DriveItemDownloadContentResponse download =
        await client.DriveItems.DownloadContentAsync(DriveItemDownloadContentRequest.DriveItems(may.Id!)))
    {
        string sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(download.Content));
        tour.Check(sha256 == may.File?.Hashes?.Sha256Hash, "the content is what was uploaded");
        tour.Held($"{download.ContentLength:N0} bytes, SHA-256 {sha256}");
    }

    // Only what is assigned is sent, and only if nobody changed the item in the meantime.
    tour.Step("Rename and tag it");
    DriveItem renamed = await client.DriveItems.UpdateAsync(
        new(DriveItemUpdateRequest.DriveItems(may.Id!))
        {
            IfMatch = may.ETag,
            Body = new() { Name = "May (final).txt", Tags = ["report", "approved"] },
        });
    tour.Check(renamed.Name == "May (final).txt" && renamed.Size == may.Size, "the name changed, the rest did not");
    tour.Held($"{renamed.Name}, tags {string.Join(", ", renamed.Tags ?? [])}, eTag {renamed.ETag}");

    // Errors are typed by status and keep what the service said.
    tour.Step("Update it again with the old eTag");
    PreconditionFailedException changed = await Tour.ThrowsAsync<PreconditionFailedException>(
        client.DriveItems.UpdateAsync(
            new(DriveItemUpdateRequest.DriveItems(may.Id!)) { IfMatch = may.ETag, Body = new() { Name = "mine.txt" } }));
    tour.Held(changed.Message);

    tour.Step("Create the folder a second time");
    ConflictException conflict = await Tour.ThrowsAsync<ConflictException>(client.DriveItems.CreateChildAsync(
        new(DriveItemCreateChildRequest.DriveRoot()) { Body = new() { Name = "Reports", Folder = new() } }));
    tour.Held(conflict.Message);

    tour.Step("Get an item that does not exist");
    ResourceNotFoundException missing = await Tour.ThrowsAsync<ResourceNotFoundException>(
        client.DriveItems.GetAsync(DriveItemGetRequest.DriveRoot("Reports/June.txt")));
    tour.Check(missing.Code == "itemNotFound" && missing.RequestId is not null, "the code and the request id are there");
    tour.Held(missing.Message);

    // 202 Accepted: the response waits at its monitor, or hands over the monitor's URL to be asked later.
    tour.Step("Have a file fetched from a URL");
    DriveItemUploadFromUrlResponse fetching = await client.DriveItems.UploadFromUrlAsync(
        new(DriveItemUploadFromUrlRequest.DriveItemsChildren(folder.Id!))
        {
            Prefer = "respond-async",
            Body = new() { Name = "May again.txt", File = new(), SourceUrl = renamed.DownloadUrl },
        });
    DriveItem fetched = await fetching.WaitForCompletionAsync(tour.Progress);
    tour.Check(fetched.File?.Hashes?.Sha256Hash == may.File?.Hashes?.Sha256Hash, "the copy has the same content");
    tour.Held($"{fetched.Name}, id {fetched.Id}");

    tour.Step("Delete the folder and all that is in it");
    Response deleted = await client.DriveItems.DeleteAsync(DriveItemDeleteRequest.DriveItems(folder.Id!));
    await Tour.ThrowsAsync<ResourceNotFoundException>(
        client.DriveItems.GetAsync(DriveItemGetRequest.DriveItems(fetched.Id!)));
    tour.Held($"{deleted.Status}, and its items are gone");
});
