using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Samples.Drive;

/// <summary>The two parts of a multipart upload: see <c>apidocs/api/driveitem-upload-multipart.md</c>.</summary>
internal sealed record MultipartUpload(JsonObject Metadata, StoredContent Content)
{
    private const int MaxContentLength = 4 * 1024 * 1024;

    public static async Task<MultipartUpload> ReadAsync(HttpRequest request, MediaTypeHeaderValue contentType)
    {
        string? boundary = HeaderUtilities.RemoveQuotes(contentType.Boundary).Value;
        if (string.IsNullOrEmpty(boundary))
            throw DriveException.InvalidRequest("The Content-Type has no boundary.");

        try
        {
            return await ReadPartsAsync(new MultipartReader(boundary, request.Body), request.HttpContext.RequestAborted)
                .ConfigureAwait(false);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            throw DriveException.InvalidRequest("The body is not a multipart document: " + malformed.Message);
        }
    }

    private static async Task<MultipartUpload> ReadPartsAsync(MultipartReader parts, CancellationToken aborted)
    {
        MultipartSection metadata = await NextAsync(parts, "metadata", aborted).ConfigureAwait(false);
        if (metadata.ContentType is null
            || !metadata.ContentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            throw DriveException.InvalidRequest("The part 'metadata' is not application/json.");
        JsonObject item = await JsonBody.ReadAsync(metadata.Body, aborted).ConfigureAwait(false);
        if (ItemJson.Text(item, "@example.drive.sourceUrl") != "cid:content")
            throw DriveException.InvalidRequest("'@example.drive.sourceUrl' is not 'cid:content'.");

        MultipartSection content = await NextAsync(parts, "content", aborted).ConfigureAwait(false);
        byte[] bytes = await ReadContentAsync(content.Body, aborted).ConfigureAwait(false);
        if (await parts.ReadNextSectionAsync(aborted).ConfigureAwait(false) is not null)
            throw DriveException.InvalidRequest("The body has more than two parts.");
        return new MultipartUpload(item, new StoredContent(bytes, content.ContentType ?? "application/octet-stream"));
    }

    private static async Task<MultipartSection> NextAsync(MultipartReader parts, string name, CancellationToken aborted)
    {
        MultipartSection? part = await parts.ReadNextSectionAsync(aborted).ConfigureAwait(false);
        return part?.Headers is { } headers && headers.TryGetValue("Content-ID", out var id) && id == $"<{name}>"
            ? part
            : throw DriveException.InvalidRequest($"The part '{name}' is missing or out of order.");
    }

    public static async Task<byte[]> ReadContentAsync(Stream body, CancellationToken aborted)
    {
        using var content = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, aborted).ConfigureAwait(false)) > 0;)
        {
            if (content.Length + read > MaxContentLength)
                throw new DriveException(413, "contentTooLarge", "The content is larger than 4 MiB.");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
