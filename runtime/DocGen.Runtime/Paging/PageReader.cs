namespace DocGen.Infrastructure;

/// <summary>Reads a page: an object with the items and the links (OData JSON Format 4.01, sections 4.6 and 12), or a bare array.</summary>
internal static class PageReader
{
    public static Page<T> Read<T>(ResponseContext context, JsonItemReader<T> read, string collectionProperty)
    {
        Parts<T>? parts = JsonDocumentReader.Read(context.Body, (ref ResourceReader reader) =>
            ReadParts(ref reader, read, collectionProperty));
        return new Page<T>(
            parts?.Values ?? [],
            Link(context, parts?.NextLink),
            Link(context, parts?.DeltaLink),
            new Response(context),
            parts?.Count);
    }

    private static Parts<T> ReadParts<T>(ref ResourceReader reader, JsonItemReader<T> read, string collectionProperty)
    {
        var parts = new Parts<T>();
        if (reader.Json.TokenType == JsonTokenType.StartArray)
        {
            parts.Values = ReadItems(ref reader, read);
            return parts;
        }
        if (reader.Json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("Expected a page of a collection.");

        while (reader.Json.Read() && reader.Json.TokenType == JsonTokenType.PropertyName)
            ReadMember(ref reader, read, collectionProperty, parts);
        return parts;
    }

    private static void ReadMember<T>(
        ref ResourceReader reader, JsonItemReader<T> read, string collectionProperty, Parts<T> parts)
    {
        if (reader.Json.ValueTextEquals(collectionProperty))
        {
            reader.Json.Read();
            parts.Values = ReadItems(ref reader, read);
        }
        else if (reader.Json.ValueTextEquals("@odata.nextLink"u8) || reader.Json.ValueTextEquals("@nextLink"u8))
        {
            reader.Json.Read();
            parts.NextLink = JsonRead.String(ref reader);
        }
        else if (reader.Json.ValueTextEquals("@odata.deltaLink"u8) || reader.Json.ValueTextEquals("@deltaLink"u8))
        {
            reader.Json.Read();
            parts.DeltaLink = JsonRead.String(ref reader);
        }
        else if (reader.Json.ValueTextEquals("@odata.count"u8) || reader.Json.ValueTextEquals("@count"u8))
        {
            reader.Json.Read();
            parts.Count = JsonRead.Int64(ref reader);
        }
        else
        {
            reader.Json.Skip();
        }
    }

    private static T[] ReadItems<T>(ref ResourceReader reader, JsonItemReader<T> read) => reader.Json.TokenType switch
    {
        JsonTokenType.Null => [],
        JsonTokenType.StartArray => JsonRead.Items(ref reader, read),
        _ => throw new JsonException("Expected an array of items."),
    };

    private static Uri? Link(ResponseContext context, string? link)
    {
        if (string.IsNullOrEmpty(link))
            return null;
        return Uri.TryCreate(context.Call.Uri, link, out Uri? uri)
            ? uri : throw new JsonException("A link of the page is no address.");
    }

    private sealed class Parts<T>
    {
        public T[] Values { get; set; } = [];

        public string? NextLink { get; set; }

        public string? DeltaLink { get; set; }

        public long? Count { get; set; }
    }
}
