using System.Globalization;
using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Json;

/// <summary>Writes a leniently read value as strict JSON (RFC 8259).</summary>
internal static class JsonText
{
    /// <param name="value">The value.</param>
    /// <param name="isWritten">Returns whether a member is written.</param>
    public static string Write(JsonValue value, Func<JsonMember, bool> isWritten)
    {
        var text = new StringBuilder();
        Write(text, value, isWritten);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonValue value, Func<JsonMember, bool> isWritten)
    {
        switch (value)
        {
            case JsonObject json:
                JsonMember[] members = [.. json.Members.GroupBy(m => m.Name, StringComparer.Ordinal)
                    .Select(g => g.First()).Where(isWritten)];
                WriteAll(text, '{', members, '}', member =>
                {
                    Write(text, member.Name);
                    text.Append(':');
                    Write(text, member.Value, isWritten);
                });
                break;
            case JsonArray array:
                WriteAll(text, '[', array.Items, ']', item => Write(text, item, isWritten));
                break;
            case JsonNumber number:
                text.Append(number.Text);
                break;
            case JsonLiteral literal when literal.IsNull || literal.IsBoolean:
                text.Append(literal.Text);
                break;
            default:
                // Text without quotes is written as a string.
                Write(text, value.AsString ?? ((JsonLiteral)value).Text);
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            write(items[i]);
        }

        text.Append(close);
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }
}
