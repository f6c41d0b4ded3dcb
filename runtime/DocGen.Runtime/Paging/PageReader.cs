using System.Security.Cryptography;

namespace DocGen.Infrastructure;

/// <summary>Reads a page: an object with the items and the links (OData JSON Format 4.01, sections 4.6 and 12), or a
/// bare array.</summary>
internal static class PageReader
{
    /// <summary>Reads an answer as a page.</summary>
    /// <param name="context">The answer.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="collectionProperty">The member that holds the items.</param>
    /// <param name="next">How the next page is asked for, where the docs say it in a way of their own; else
    /// null.</param>
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

    // Null where no member holds the items; the reader is at the beginning again.
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

    // What should be several is one, or nothing that can be read: the page then fails as a whole.
    private static T[]? Items<T>(ref ResourceReader reader, JsonItemReader<T> read) => reader.Json.TokenType switch
    {
        JsonTokenType.Null => [],
        JsonTokenType.StartArray => JsonRead.Items(ref reader, read, keepsOthers: true),
        _ => One(ref reader, read, "an array of items"),
    };

    // An object that has nothing of the documented item may be anything, such as an error or a page of another shape.
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
