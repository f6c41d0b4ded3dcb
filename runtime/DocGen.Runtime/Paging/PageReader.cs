namespace DocGen.Infrastructure;

/// <summary>Reads a page: an object with the items and the links (OData JSON Format 4.01, sections 4.6 and 12), or a bare array.</summary>
internal static class PageReader
{
    public static Page<T> Read<T>(ResponseContext context, JsonItemReader<T> read, string collectionProperty)
    {
        byte[] collection = Encoding.UTF8.GetBytes(collectionProperty);
        return JsonDocumentReader.Read(context.Body, (ref ResourceReader reader) =>
        {
            bool isObject = reader.Json.TokenType == JsonTokenType.StartObject;
            T[] items = isObject ? [] : Items(ref reader, read);
            (string? next, string? delta, long? count) = (null, null, null);
            while (isObject && reader.NextMember())
            {
                if (reader.Is(collection))
                    items = Items(ref reader, read);
                else if (reader.Is("@odata.nextLink"u8) || reader.Is("@nextLink"u8))
                    next = EdmReader.String(ref reader);
                else if (reader.Is("@odata.deltaLink"u8) || reader.Is("@deltaLink"u8))
                    delta = EdmReader.String(ref reader);
                else if (reader.Is("@odata.count"u8) || reader.Is("@count"u8))
                    count = EdmReader.Integer<long>(ref reader);
                else
                    reader.Json.Skip();
            }
            return new Page<T>(items, Link(context, next), Link(context, delta), new Response(context), count);
        }) ?? new Page<T>([], rawResponse: new Response(context));
    }

    private static T[] Items<T>(ref ResourceReader reader, JsonItemReader<T> read) => reader.Json.TokenType switch
    {
        JsonTokenType.Null => [],
        JsonTokenType.StartArray => JsonRead.Items(ref reader, read),
        _ => throw EdmReader.Unexpected(in reader.Json, "an array of items"),
    };

    private static Uri? Link(ResponseContext context, string? link)
    {
        if (string.IsNullOrEmpty(link))
            return null;
        return Uri.TryCreate(context.Call.Uri, link, out Uri? uri)
            ? uri : throw new JsonException("A link of the page is no address.");
    }
}
