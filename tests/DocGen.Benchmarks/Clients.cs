using Example.Drive;

namespace DocGen.Benchmarks;

/// <summary>The generated client and the hand-written client, over the same handler.</summary>
internal sealed class Clients : IDisposable
{
    private readonly HttpClient _http;

    public Clients(HttpMessageHandler handler, Uri root)
    {
        _http = new HttpClient(handler) { BaseAddress = root };
        Generated = new DriveClient(new DriveClientOptions { ServiceRoot = root, HttpClient = _http });
        Plain = new PlainClient(_http);
    }

    public DriveClient Generated { get; }

    public PlainClient Plain { get; }

    public static Clients InMemory() => new(new MemoryHandler(), new Uri("http://localhost/v1.0/"));

    public async Task<int> GeneratedPageAsync(string id)
    {
        int count = 0;
        await foreach (DriveItem item in Generated.DriveItems.ListChildrenAsync(at => at.Drive(id)))
            count += item.Id!.Length;
        return count;
    }

    public async Task<int> PlainPageAsync(string id)
    {
        int count = 0;
        await foreach (PlainItem item in Plain.ListChildrenAsync(id))
            count += item.Id!.Length;
        return count;
    }

    public async Task<int> GeneratedItemAsync() =>
        (await Generated.DriveItems.GetAsync(at => at.Drive("1"))).Value.Name!.Length;

    public async Task<int> PlainItemAsync() => (await Plain.GetAsync("1"))!.Name!.Length;

    public async Task<int> GeneratedPatchAsync()
    {
        DriveItem changed = await Generated.DriveItems.UpdateAsync(
            at => at.Drive("1"), new() { Name = "b.txt", Description = "Changed" });
        return changed.Name!.Length;
    }

    public async Task<int> PlainPatchAsync() =>
        (await Plain.UpdateAsync("1", new PlainItem { Name = "b.txt", Description = "Changed" }))!.Name!.Length;

    public void Dispose()
    {
        Generated.Dispose();
        _http.Dispose();
    }
}
