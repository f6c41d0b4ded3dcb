using System.Globalization;
using System.Text;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Emission;

/// <summary>Escapes text from the docs for C# literals, identifiers and comments.</summary>
/// <remarks>
/// Escaping depends only on code points and never on Unicode categories. The tables of categories differ between the
/// frameworks that host a compiler, but the output must be the same.
/// </remarks>
internal static class CSharpText
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "__arglist", "__makeref", "__reftype", "__refvalue",
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const",
        "continue", "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern",
        "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
        "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override",
        "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof",
        "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint",
        "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>
    /// Contextual keywords that can't be the name of a type, including those of C# previews. Also contains the
    /// attribute on each emitted type.
    /// </summary>
    private static readonly HashSet<string> NotForTypes = new(StringComparer.Ordinal)
    {
        "closed", "extension", "file", "record", "required", "safe", "scoped", "var", "GeneratedCodeAttribute",
    };

    /// <summary>Returns a quoted string literal: printable ASCII unchanged, everything else escaped.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (char c in text)
        {
            switch (c)
            {
                case '"':
                    literal.Append("\\\"");
                    break;
                case '\\':
                    literal.Append("\\\\");
                    break;
                case '\n':
                    literal.Append("\\n");
                    break;
                case '\r':
                    literal.Append("\\r");
                    break;
                case '\t':
                    literal.Append("\\t");
                    break;
                case >= ' ' and <= '~':
                    literal.Append(c);
                    break;
                default:
                    literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>Returns a UTF-8 literal. Lone surrogates have no UTF-8 form and become U+FFFD.</summary>
    public static string Utf8Literal(string text) => Literal(ReplaceLoneSurrogates(text)) + "u8";

    /// <summary>Returns a UTF-8 literal of a name, escaped as in a JSON string.</summary>
    public static string JsonNameLiteral(string name)
    {
        var json = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (c is '"' or '\\')
                json.Append('\\').Append(c);
            else if (c < ' ')
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(c);
        }

        return Utf8Literal(json.ToString());
    }

    /// <summary>Returns the text's length in UTF-8 bytes, as <see cref="Utf8Literal"/> writes it.</summary>
    public static int Utf8Length(string text) => Encoding.UTF8.GetByteCount(ReplaceLoneSurrogates(text));

    /// <summary>Returns an identifier, with <c>@</c> if it is a keyword.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Whether a class can have the name without <c>@</c>.</summary>
    public static bool IsTypeName(string name) =>
        Identifiers.IsIdentifier(name) && !Keywords.Contains(name) && !NotForTypes.Contains(name);

    /// <summary>Returns a dotted name with each part escaped as an identifier.</summary>
    public static string QualifiedName(string name) => string.Join(".", name.Split('.').Select(Identifier));

    /// <summary>
    /// Returns text for a <c>//</c> comment: one line, with <c>?</c> for controls, line separators and directional
    /// marks.
    /// </summary>
    public static string Comment(string text)
    {
        var comment = new StringBuilder(text.Length);
        foreach (char c in ReplaceLoneSurrogates(text))
            comment.Append(IsControl(c) || IsLineSeparator(c) || IsDirectional(c) ? '?' : c);
        return comment.ToString();
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether a character is a C0 or C1 control; these include all C# line ends except U+2028 and U+2029.
    /// </summary>
    public static bool IsControl(char c) => c < ' ' || c is >= '\u007F' and <= '\u009F';

    public static bool IsLineSeparator(char c) => c is '\u2028' or '\u2029';

    /// <summary>
    /// Whether a character changes the direction of text. Such a character can show readers other code than the
    /// compiler reads.
    /// </summary>
    public static bool IsDirectional(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    public static string ReplaceLoneSurrogates(string text)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                (clean ??= new StringBuilder(text))[i] = '\uFFFD';
        }

        return clean?.ToString() ?? text;
    }
}
