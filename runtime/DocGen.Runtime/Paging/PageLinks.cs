namespace DocGen.Infrastructure;

/// <summary>
/// Reads the links and the count of a page: the OData annotations (JSON Format 4.01, section 4.6), and the documented
/// link or cursor.
/// </summary>
/// <param name="page">The URL of the page, which relative links are resolved against.</param>
/// <param name="documented">The documented way to request the next page, or null.</param>
internal sealed class PageLinks(Uri page, NextPage? documented)
{
    private string? _value;

    public Uri? Next { get; private set; }

    public Uri? Delta { get; private set; }

    public long? Count { get; private set; }

    /// <summary>Whether a link is present but is not a valid URL.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Reads the current member if it is a link or count; otherwise returns false.</summary>
    public bool Read(ref ResourceReader reader)
    {
        if (reader.Is("@odata.nextLink"u8) || reader.Is("@nextLink"u8))
            Next = Link(ref reader);
        else if (reader.Is("@odata.deltaLink"u8) || reader.Is("@deltaLink"u8))
            Delta = Link(ref reader);
        else if (reader.Is("@odata.count"u8) || reader.Is("@count"u8))
            Count = EdmReader.Integer<long>(ref reader);
        else if (documented is null || !IsAt(ref reader, documented.Path))
            return false;
        else
            ReadDocumented(ref reader, documented.Path);
        if (reader.Refused)
            reader.TakeRefused();
        return true;
    }

    /// <summary>
    /// If the body has no next link, uses the <c>Link</c> header (RFC 8288). If that has no next link either, uses the
    /// documented link or cursor, or the next page number or offset.
    /// </summary>
    /// <param name="header">The header's value, or null.</param>
    /// <param name="items">The number of items on the page.</param>
    public void Complete(string? header, int items)
    {
        if (Next is not null || IsBroken)
            return;
        if ((LinkHeader.Next(header) ?? documented?.AddressAfter(page, _value, items)) is not { Length: > 0 } text)
            return;
        IsBroken = !Uri.TryCreate(page, text, out Uri? uri);
        Next = uri;
    }

    private static bool IsAt(ref ResourceReader reader, ReadOnlySpan<byte[]> path) =>
        path.Length > 0 && reader.Is(path[0]);

    // The last page may lack the member or any of its parents.
    private void ReadDocumented(ref ResourceReader reader, ReadOnlySpan<byte[]> path)
    {
        switch (reader.Json.TokenType)
        {
            case JsonTokenType.StartObject when path.Length > 1:
                while (reader.NextMember())
                {
                    if (IsAt(ref reader, path[1..]))
                        ReadDocumented(ref reader, path[1..]);
                    else
                        reader.Json.Skip();
                }

                break;
            case JsonTokenType.String when path.Length == 1:
                _value = EdmReader.String(ref reader) is { Length: > 0 } text ? text : null;
                break;
            case JsonTokenType.Number when path.Length == 1:
                _value = Encoding.UTF8.GetString(reader.Json.ValueSpan);
                break;
            case JsonTokenType.Null or JsonTokenType.False:
                break;
            default:
                reader.Refuse("the next page's link or cursor");
                IsBroken = true;
                break;
        }
    }

    private Uri? Link(ref ResourceReader reader)
    {
        if (reader.Json.TokenType == JsonTokenType.Null)
            return null;
        string? text = reader.Json.TokenType == JsonTokenType.String ? EdmReader.String(ref reader) : null;
        if (text?.Length == 0)
            return null;
        if (Uri.TryCreate(page, text, out Uri? uri))
            return uri;
        if (!reader.Refused)
            reader.Refuse("a URL");
        IsBroken = true;
        return null;
    }
}
