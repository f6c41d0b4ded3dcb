using DocGen.Infrastructure;

namespace DocGen.Runtime.Tests.Support;

/// <summary>A client in the form that the generator emits, with one group of operations.</summary>
internal sealed class TestClient(ServiceClientOptions options) : ServiceClient(options)
{
    public ItemOperations Items => new(this);
}

internal sealed class ItemOperations(ServiceClient client) : OperationGroup(client)
{
    public AsyncPageable<DriveItem> List(ItemListRequest? request = null,
        CancellationToken cancellationToken = default) =>
        GetPages(request ?? new ItemListRequest(), cancellationToken);

    public DeltaPageable<DriveItem> Delta(CancellationToken cancellationToken = default) =>
        GetDeltaPages(new ItemListRequest(), cancellationToken);
}

/// <summary>A request whose parts each test sets.</summary>
internal sealed class TestRequest : ApiRequest<Response<DriveItem>>
{
    public TestRequest(HttpMethod method, string uriTemplate, params string[] pathParameters)
        : base(method.Method, uriTemplate, pathParameters)
    {
    }

    public TestRequest(TestRequest other)
        : base(other)
    {
    }

    public Action<QueryWriter>? QueryOptions { get; init; }

    public Action<HeaderWriter>? HeaderOptions { get; init; }

    public Action<FunctionArgumentWriter>? Arguments { get; init; }

    public Func<RequestBody?>? Body { get; init; }

    public Action<ResourceWriter>? Members { get; init; }

    public IReadOnlyList<string> NeededScopes { get; init; } = [];

    public bool? Idempotent { get; init; }

    public static TestRequest Get(string path = "/items/1") => new(HttpMethod.Get, path);

    public static TestRequest Post(string path = "/items") => new(HttpMethod.Post, path)
    {
        Body = () => RequestBody.JsonValue<string>("x", JsonWrite.Value),
    };

    /// <summary>Creates a JSON object with the given members.</summary>
    public static RequestBody Object(Action<ResourceWriter> members) =>
        RequestBody.Json(new TestRequest(HttpMethod.Post, "/items") { Members = members });

    protected override IReadOnlyList<string> Scopes => NeededScopes;

    protected override bool? IsIdempotent => Idempotent;

    protected override void WriteQuery(QueryWriter query) => QueryOptions?.Invoke(query);

    protected override void WriteHeaders(HeaderWriter headers) => HeaderOptions?.Invoke(headers);

    protected override void WriteFunctionArguments(FunctionArgumentWriter arguments) => Arguments?.Invoke(arguments);

    protected override RequestBody? CreateBody() => Body?.Invoke();

    protected override void WriteBody(ResourceWriter writer) => Members?.Invoke(writer);

    protected override Response<DriveItem> CreateResponse(ResponseContext response) =>
        new(response, JsonRead.Resource<DriveItem>, isWrapped: true);
}

internal sealed class ItemListRequest() : ApiRequest<Page<DriveItem>>("GET", "/items")
{
    public int? Top { get; init; }

    public string? Prefer { get; init; }

    protected override void WriteQuery(QueryWriter query) => query.Add("$top", Top);

    protected override void WriteHeaders(HeaderWriter headers) => headers.Add("Prefer", Prefer);

    protected override Page<DriveItem> CreateResponse(ResponseContext response) =>
        response.ReadPage<DriveItem>(JsonRead.Resource<DriveItem>);
}

internal sealed class DownloadRequest(string path, string method = "GET") : ApiRequest<StreamResponse>(method, path)
{
    protected override bool StreamsResponse => true;

    protected override StreamResponse CreateResponse(ResponseContext response) => new(response);
}

internal sealed class ItemCopyRequest(
    string? resultTemplate = null) : ApiRequest<ItemCopyResponse>("POST", "/items/1/copy")
{
    protected override ItemCopyResponse CreateResponse(ResponseContext response) => new(response, resultTemplate);
}

internal sealed class ItemCopyResponse : LongRunningResponse<DriveItem>
{
    internal ItemCopyResponse(ResponseContext response, string? resultTemplate)
        : base(response, JsonRead.Resource<DriveItem>, resultTemplate)
    {
    }

    internal ItemCopyResponse(ServiceClient client, Uri location)
        : base(client, location, JsonRead.Resource<DriveItem>)
    {
    }

    public ItemCopyResponse(DriveItem? value, int status = 202)
        : base(value, status)
    {
    }
}

internal sealed class ItemPurgeRequest() : ApiRequest<LongRunningResponse>("POST", "/items/1/purge")
{
    protected override LongRunningResponse CreateResponse(ResponseContext response) => new(response);
}
