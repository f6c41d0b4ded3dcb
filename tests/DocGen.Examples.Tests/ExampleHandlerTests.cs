using Example.Drive;
using Example.Drive.Tests;

namespace DocGen.Examples.Tests;

/// <summary>Tests code that uses a client against the examples of the docs instead of a server.</summary>
public sealed class ExampleHandlerTests : IDisposable
{
    private readonly ExampleHandler _examples = DriveClientExamples.CreateHandler();
    private readonly HttpClient _http;
    private readonly DriveClient _client;

    public ExampleHandlerTests()
    {
        _http = new HttpClient(_examples);
        _client = new DriveClient(
            new DriveClientOptions { HttpClient = _http, Credential = ApiCredential.FromToken("t") });
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task Every_URL_of_an_operation_returns_its_example()
    {
        DriveItem[] items =
        [
            await _client.DriveItems.GetAsync(at => at.Drive("any id")),
            await _client.DriveItems.GetAsync(at => at.DriveRoot("any/path.txt")),
            await _client.DriveItems.GetAsync(at => at.Drives("any", "id")),
        ];

        Assert.All(items, item => Assert.Equal(("A7-0000002C", "minutes.txt", 1843L), (item.Id, item.Name, item.Size)));
    }

    [Fact]
    public async Task Operations_with_one_URL_return_different_examples()
    {
        DriveItem folder = await _client.DriveItems.CreateChildAsync(
            at => at.Drive("1"), new() { Name = "x", Folder = new() });
        DriveItemUploadFromUrlResponse upload = await _client.DriveItems.UploadFromUrlAsync(
            at => new(at.DriveRootChildren()) { Prefer = "respond-async" }, new() { Name = "x" });

        Assert.Equal("Meetings", folder.Name);
        Assert.Equal(202, upload.Status);
        Assert.Equal("https://drive.example.com/v1.0/monitors/A7-job-00000005", upload.Location!.AbsoluteUri);
    }

    [Fact]
    public async Task A_collection_returns_the_page_that_the_docs_show()
    {
        var children = new List<DriveItem>();
        await foreach (DriveItem child in _client.DriveItems.ListChildrenAsync(at => at.DriveRoot()))
            children.Add(child);
        DeltaPageable<DriveItem> changes = _client.DriveItems.DeltaAsync(at => at.DriveRoot());
        await foreach (DriveItem change in changes)
            Assert.NotNull(change.Id);

        Assert.Equal("Budget", children[0].Name);
        Assert.NotNull(changes.DeltaLink);
    }

    [Fact]
    public async Task Use_selects_another_example()
    {
        _examples.Use("get-item-if-changed");

        DriveItemGetResponse response = await _client.DriveItems.GetAsync(at => at.DriveRoot());

        Assert.Equal(304, response.Status);
        Assert.False(response.HasValue);
        Assert.Contains("'get-nothing'", Assert.Throws<ArgumentException>(() => _examples.Use("get-nothing")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_after_a_redirect_is_empty()
    {
        await using DriveItemDownloadContentResponse response =
            await _client.DriveItems.DownloadContentAsync(at => at.Drive("1"));

        Assert.Equal(200, response.Status);
        Assert.Equal(0, await response.Content.ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task A_request_without_a_documented_response_throws()
    {
        DriveItemCopyResponse copy = await _client.DriveItems.CopyAsync(at => at.Drive("1"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => copy.WaitForCompletionAsync());

        Assert.Equal("The docs have no example response for GET {monitor}.", failure.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => _http.GetAsync(new Uri("https://drive.example.com/")));
    }

    [Fact]
    public void A_project_that_generates_examples_has_no_client() =>
        Assert.DoesNotContain(typeof(DriveClientExamples).Assembly.GetTypes(), typeof(ServiceClient).IsAssignableFrom);
}
