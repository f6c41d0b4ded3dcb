using System.Security.Cryptography;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads a page: an object with items and links (OData JSON Format 4.01, sections 4.6 and 12), or a bare array.
/// </summary>
internal static class PageReader
{
    /// <summary>Reads a response as a page.</summary>
    /// <param name="context">The response.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="collectionProperty">The member that holds the items.</param>
    /// <param name="next">The way to request the next page, if the docs define one; otherwise null.</param>
    public static Page<T> Read<T>(
        ResponseContext context, JsonItemReader<T> read, string collectionProperty, NextPage? next = null)
    {
        if (IsWithoutContent(context.Status))
            return new Page<T>([], rawResponse: new Response(context));
        string expected = $"an array of items, or an object with one in '{collectionProperty}'";
        if (!context.HasBody)
            throw context.Unexpected($"Expected {expected}, found nothing.");

        byte[] collection = Encoding.UTF8.GetBytes(collectionProperty);
        var links = new PageLinks(context.Call.Uri, next);
        T[] items = context.ReadJson((ref ResourceReader reader) => reader.Json.TokenType switch
        {
            JsonTokenType.StartArray => Items(ref reader, read),
            JsonTokenType.StartObject =>
                Members(ref reader, read, collection, links) ?? One(ref reader, read, expected),
            _ => EdmReader.NullOr<T[]>(ref reader, expected),
        })!;
        links.Complete(context.Headers["Link"], items.Length);
        return new Page<T>(items, links.Next, links.Delta, new Response(context), links.Count)
        {
            HasBrokenLink = links.IsBroken,
            Fingerprint = next is { IsCounted: true } ? Convert.ToHexString(SHA256.HashData(context.Body)) : null,
        };
    }

    private static bool IsWithoutContent(int status) => (HttpStatusCode)status is
        HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified;

    // Returns null, with the reader at the start again, if no member holds the items.
    private static T[]? Members<T>(ref ResourceReader reader, JsonItemReader<T> read, byte[] collection,
        PageLinks links)
    {
        Bookmark beginning = reader.Mark();
        T[]? items = null;
        while (reader.NextMember())
        {
            if (reader.Is(collection) && items is null)
                items = Items(ref reader, read);
            else if (reader.Is(collection))
                reader.Note("one member of this name");
            else if (!links.Read(ref reader))
                reader.Json.Skip();
        }

        if (items is null)
            reader.Return(in beginning);
        return items;
    }

    // A single object is accepted in place of an array. Anything else makes the whole page fail.
    private static T[]? Items<T>(ref ResourceReader reader, JsonItemReader<T> read) => reader.Json.TokenType switch
    {
        JsonTokenType.Null => [],
        JsonTokenType.StartArray => JsonRead.Items(ref reader, read, keepsOthers: true),
        _ => One(ref reader, read, "an array of items"),
    };

    // An object without any documented member of the item type may be anything, such as an error or another kind of
    // page.
    private static T[]? One<T>(ref ResourceReader reader, JsonItemReader<T> read, string expected)
    {
        Bookmark beginning = reader.Mark();
        reader.Note(expected);
        ResourceReader ahead = reader;
        ahead.Json = beginning.Json;
        if (ahead.Json.TokenType == JsonTokenType.StartObject
            && read(ref ahead) is ApiResource { HasDocumentedMembers: true } item)
        {
            reader = ahead;
            return [(T)(object)item];
        }

        reader.Return(in beginning);
        reader.Refuse(expected);
        return null;
    }
}
