using System.Text.Json.Nodes;
using DocGen.Infrastructure;

namespace DocGen.Soak;

/// <summary>A client in the form that the generator emits, for uploads and downloads.</summary>
public sealed class TransferClient(ServiceClientOptions options) : ServiceClient(options);

/// <summary>Creates an upload session.</summary>
public sealed class CreateSessionRequest(string id) : ApiRequest<CreateSessionResponse>("POST", "/files/{id}", id)
{
    protected override CreateSessionResponse CreateResponse(ResponseContext response) =>
        CreateSessionResponse.FromContext(response);
}

/// <summary>An upload session.</summary>
public sealed class CreateSessionResponse : UploadSessionResponse<JsonObject, JsonObject>
{
    private CreateSessionResponse(ResponseContext response)
        : base(response, JsonRead.Value<JsonObject>, JsonRead.Value<JsonObject>)
    {
    }

    private CreateSessionResponse(ServiceClient client, Uri uploadUrl)
        : base(client, uploadUrl, JsonRead.Value<JsonObject>)
    {
    }

    public static CreateSessionResponse FromUploadUrl(ServiceClient client, Uri uploadUrl) => new(client, uploadUrl);

    internal static CreateSessionResponse FromContext(ResponseContext response) => new(response);
}

/// <summary>Requests content.</summary>
public sealed class DownloadRequest(string id) : ApiRequest<StreamResponse>("GET", "/files/{id}", id)
{
    protected override bool StreamsResponse => true;

    protected override StreamResponse CreateResponse(ResponseContext response) => new(response);
}
