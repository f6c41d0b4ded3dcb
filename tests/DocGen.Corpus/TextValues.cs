using System.Xml;

namespace DocGen.Corpus;

/// <summary>Values that JSON strings hold, for comparing two spellings of one value.</summary>
internal static class TextValues
{
    /// <summary>A duration (ISO 8601), or null for text that is none.</summary>
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

    /// <summary>Bytes as base64 or base64url, padded or not, or null for text that is neither.</summary>
    public static byte[]? Bytes(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        return System.Buffers.Text.Base64.IsValid(padded) ? Convert.FromBase64String(padded) : null;
    }
}
