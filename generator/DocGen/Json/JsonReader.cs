using System.Globalization;
using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Json;

/// <summary>
/// Reads JSON leniently, because docs contain comments, ellipses and mistakes. Reports each violation of RFC 8259 with
/// its position and continues at the next member, so a mistake loses at most one member and not the page. The run time
/// is linear in the length of the text. The depth of nesting is limited.
/// </summary>
internal sealed class JsonReader
{
    // The characters that end a string or the part of it without escapes: the quote, a backslash, a line feed.
    private static readonly char[] QuoteStops = ['"', '\\', '\n'];
    private static readonly char[] OtherStops = ['\'', '\u201D', '\\', '\n'];

    private readonly string _text;
    private readonly List<JsonFinding> _findings = [];
    private int _position;
    private int _depth;

    private JsonReader(string text, int start)
    {
        _text = text;
        _position = start;
    }

    /// <summary>
    /// Reads the value at <paramref name="start"/>. Only white space and comments may follow the value.
    /// </summary>
    public static (JsonValue? Value, IReadOnlyList<JsonFinding> Findings) Read(string text, int start = 0)
    {
        var reader = new JsonReader(text, start);
        reader.SkipTrivia();
        if (reader.AtEnd)
        {
            reader.Note(JsonFault.Empty, start, text.Length);
            return (null, reader._findings);
        }

        JsonValue? value = reader.ReadValue();
        reader.SkipTrivia();
        if (!reader.AtEnd)
            reader.Note(JsonFault.TrailingText, reader._position, text.Length);
        return (value, reader._findings);
    }

    private bool AtEnd => _position >= _text.Length;

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private void Note(JsonFault fault, int start, int end) => _findings.Add(new JsonFinding(fault, start, end));

    private JsonValue? ReadValue()
    {
        switch (Current)
        {
            case '{':
            case '[':
                return ReadNested();
            case '"':
            case '\'':
            case '\u201C':
            case '\u201D':
                return ReadString();
            default:
                return ReadWord();
        }
    }

    private JsonValue? ReadNested()
    {
        int start = _position;
        if (_depth == Limits.JsonDepth)
        {
            Note(JsonFault.TooDeep, start, start + 1);
            _position = _text.Length;
            return null;
        }

        _depth++;
        JsonValue value = Current == '{' ? ReadObject() : ReadArray();
        _depth--;
        return value;
    }

    private JsonObject ReadObject()
    {
        int start = _position++;
        var members = new List<JsonMember>();
        HashSet<string>? names = null;
        while (NextItem('}', start))
        {
            if (ReadMember() is not { } member)
                continue;
            if (members.Count > 0)
            {
                names ??= new HashSet<string>(members.Select(m => m.Name), StringComparer.Ordinal);
                if (!names.Add(member.Name))
                    Note(JsonFault.DuplicateName, member.NameStart, member.NameEnd);
            }

            members.Add(member);
        }

        return new JsonObject(start, _position, members);
    }

    private JsonArray ReadArray()
    {
        int start = _position++;
        var items = new List<JsonValue>();
        while (NextItem(']', start))
        {
            if (ReadValue() is { } item)
                items.Add(item);
        }

        return new JsonArray(start, _position, items);
    }

    /// <summary>
    /// Moves to the next item of an object or array. Returns false at the end of the object, array or text.
    /// </summary>
    private bool NextItem(char close, int start)
    {
        bool first = _position == start + 1;
        SkipTrivia();
        int comma = -1;
        while (Current == ',')
        {
            if (first || comma >= 0)
                Note(JsonFault.Unexpected, _position, _position + 1);
            comma = _position++;
            SkipTrivia();
        }

        if (AtEnd)
        {
            Note(JsonFault.Unterminated, start, start + 1);
            return false;
        }

        if (Current == close)
        {
            if (comma >= 0)
                Note(JsonFault.TrailingComma, comma, comma + 1);
            _position++;
            return false;
        }

        if (Current is '}' or ']')
        {
            // A closing bracket of the wrong kind closes the innermost open bracket, so the mistake does not lose the
            // rest of the text.
            Note(JsonFault.Unexpected, _position, _position + 1);
            _position++;
            return false;
        }

        if (!first && comma < 0)
            Note(JsonFault.MissingComma, _position, _position + 1);
        return true;
    }

    private JsonMember? ReadMember()
    {
        int start = _position;
        string name;
        if (Current is '"' or '\'' or '\u201C' or '\u201D')
        {
            name = ReadString().Value;
        }
        else
        {
            while (!AtEnd && Current is not (':' or ',' or '}' or ']' or '{' or '[' or '\n' or '"'))
                _position++;
            name = _text.Substring(start, _position - start).Trim();
            if (name.Length == 0 || Current != ':')
            {
                Recover(start);
                return null;
            }

            Note(JsonFault.UnquotedName, start, start + name.Length);
        }

        int end = _position;
        SkipTrivia();
        if (Current != ':')
        {
            Recover(start);
            return null;
        }

        _position++;
        SkipTrivia();
        if (AtEnd || Current is ',' or '}' or ']')
        {
            Note(JsonFault.Unexpected, start, Math.Max(end, _position));
            return null;
        }

        return ReadValue() is { } value ? new JsonMember(name, start, end, value) : null;
    }

    /// <summary>Skips to the possible start of the next member, so only the unreadable member is lost.</summary>
    private void Recover(int start)
    {
        while (!AtEnd && Current is not (',' or '}' or ']' or '{' or '[' or '\n'))
            _position++;
        if (Current is '{' or '[')
            ReadNested();
        string skipped = _text.Substring(start, _position - start).Trim();
        bool ellipsis = skipped.Trim('.', '\u2026', '"', ' ').Length == 0;
        Note(ellipsis ? JsonFault.Ellipsis : JsonFault.Unexpected, start, Math.Max(_position, start + 1));
        if (_position == start)
            _position++;
    }

    private JsonString ReadString()
    {
        int start = _position;
        char close = Current switch { '\'' => '\'', '\u201C' or '\u201D' => '\u201D', _ => '"' };
        if (close != '"')
            Note(JsonFault.SingleQuotes, start, start + 1);
        _position++;
        int end = _text.IndexOfAny(close == '"' ? QuoteStops : OtherStops, _position);
        if (end >= 0 && _text[end] == close)
        {
            string plain = StringPool.Get(_text, _position, end - _position);
            _position = end + 1;
            return new JsonString(start, _position, plain);
        }

        var value = new StringBuilder();
        bool raw = false;
        while (!AtEnd && Current != close)
        {
            if (Current == '\n')
            {
                raw = true;
                if (NameFollows())
                    break;
            }

            if (Current == '\\')
                ReadEscape(value);
            else
                value.Append(_text[_position++]);
        }

        if (raw)
            Note(JsonFault.RawNewline, start, _position);
        if (Current == close)
            _position++;
        else
            Note(JsonFault.Unterminated, start, _position);
        return new JsonString(start, _position, value.ToString());
    }

    /// <summary>
    /// Whether a quoted name and a colon follow a line feed inside a string. The closing quote of the string is then
    /// missing.
    /// </summary>
    private bool NameFollows()
    {
        int i = _position + 1;
        while (i < _text.Length && _text[i] is ' ' or '\t')
            i++;
        if (i >= _text.Length || _text[i] != '"')
            return false;
        int close = i + 1;
        while (close < _text.Length && _text[close] is not ('"' or '\n'))
            close++;
        if (close >= _text.Length || _text[close] != '"')
            return false;
        do
            close++;
        while (close < _text.Length && _text[close] is ' ' or '\t');
        return close < _text.Length && _text[close] == ':';
    }

    [Standard("RFC 8259, section 7")]
    private void ReadEscape(StringBuilder value)
    {
        int start = _position++;
        char c = Current;
        _position++;
        switch (c)
        {
            case 'n': value.Append('\n'); return;
            case 't': value.Append('\t'); return;
            case 'r': value.Append('\r'); return;
            case 'b': value.Append('\b'); return;
            case 'f': value.Append('\f'); return;
            case '"' or '\\' or '/': value.Append(c); return;
            case 'u' when _position + 4 <= _text.Length && ushort.TryParse(
                _text.Substring(_position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out ushort code):
                value.Append((char)code);
                _position += 4;
                return;
            default:
                Note(JsonFault.BadEscape, start, _position);
                _position = Math.Min(_position, _text.Length);
                value.Append(_text, start, _position - start);
                return;
        }
    }

    /// <summary>Reads a number, true, false, null, or any other text up to the end of the member.</summary>
    private JsonValue? ReadWord()
    {
        int start = _position;
        while (!AtEnd && Current is not (',' or '}' or ']' or '\n' or '\r') && !AtComment())
            _position++;
        string word = _text.Substring(start, _position - start).TrimEnd();
        int end = start + word.Length;
        if (word.Length == 0)
        {
            Note(JsonFault.Unexpected, start, start + 1);
            _position = Math.Max(_position, start + 1);
            return null;
        }

        if (word is "true" or "false" or "null")
            return new JsonLiteral(start, end, word);
        if (word[0] == '-' || char.IsDigit(word[0]))
        {
            if (!IsNumber(word))
                Note(JsonFault.BadNumber, start, end);
            return IsNumber(word) ? new JsonNumber(start, end, word) : new JsonLiteral(start, end, word);
        }

        if (word.Trim('.', '\u2026').Length == 0)
        {
            Note(JsonFault.Ellipsis, start, end);
            return null;
        }

        Note(JsonFault.UnquotedValue, start, end);
        return new JsonLiteral(start, end, word);
    }

    /// <summary>
    /// Whether the text is a JSON number (RFC 8259, section 6), which has no leading zeros, and digits on both sides of
    /// a decimal point.
    /// </summary>
    private static bool IsNumber(string text)
    {
        int i = text[0] == '-' ? 1 : 0;
        int digits = Digits(text, ref i);
        if (digits == 0 || (digits > 1 && text[i - digits] == '0'))
            return false;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            if (Digits(text, ref i) == 0)
                return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            if (Digits(text, ref i) == 0)
                return false;
        }

        return i == text.Length;
    }

    private static int Digits(string text, ref int i)
    {
        int start = i;
        while (i < text.Length && text[i] is >= '0' and <= '9')
            i++;
        return i - start;
    }

    private bool AtComment() =>
        Current == '/' && _position + 1 < _text.Length && _text[_position + 1] is '/' or '*';

    private void SkipTrivia()
    {
        while (!AtEnd)
        {
            if (char.IsWhiteSpace(Current) || Current == '\uFEFF')
            {
                if (Current is not (' ' or '\t' or '\n' or '\r'))
                    Note(JsonFault.OtherSpace, _position, _position + 1);
                _position++;
            }
            else if (AtComment())
            {
                int start = _position;
                bool line = _text[_position + 1] == '/';
                int close = _text.IndexOf(line ? "\n" : "*/", _position + 2, StringComparison.Ordinal);
                _position = close < 0 ? _text.Length : close + (line ? 0 : 2);
                Note(close < 0 && !line ? JsonFault.Unterminated : JsonFault.Comment, start, _position);
            }
            else
            {
                return;
            }
        }
    }
}
