using System.Xml;

namespace DocGen.Corpus;

/// <summary>Parses values in JSON strings, to compare two spellings of one value.</summary>
internal static class TextValues
{
    /// <summary>Parses an ISO 8601 duration. Returns null if the text is not a duration.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (!text.TrimStart('-').StartsWith('P'))
            return null;
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>
    /// Decodes base64 or base64url, with or without padding. Returns null if the text is neither.
    /// </summary>
    public static byte[]? Bytes(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        return System.Buffers.Text.Base64.IsValid(padded) ? Convert.FromBase64String(padded) : null;
    }
}
