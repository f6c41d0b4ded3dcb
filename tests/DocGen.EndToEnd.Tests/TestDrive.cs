using Example.Drive;
using Samples.Drive;

namespace DocGen.EndToEnd.Tests;

/// <summary>A drive server with the faults of a seed, or without faults, and a generated client for it.</summary>
internal sealed class TestDrive : IAsyncDisposable
{
    private TestDrive(DriveServer server)
    {
        Server = server;
        var options = new DriveClientOptions
        {
            ServiceRoot = server.BaseUri,
            Credential = ApiCredential.FromToken(server.Token)
        };
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
