using DocGen.Generator.Json;

namespace DocGen.Generator.Reading;

/// <summary>Describes JSON syntax errors in messages.</summary>
internal static class JsonFaults
{
    public static string Describe(JsonFault fault) => fault switch
    {
        JsonFault.Comment => "it has comments",
        JsonFault.TrailingComma => "a comma is left over at the end",
        JsonFault.MissingComma => "a comma is missing",
        JsonFault.UnquotedName => "a name is not in quotes",
        JsonFault.UnquotedValue => "a value is not in quotes",
        JsonFault.SingleQuotes => "a string is not in double quotes",
        JsonFault.RawNewline => "a string contains a line break",
        JsonFault.Ellipsis => "something is left out with '...'",
        JsonFault.OtherSpace => "it has white space that JSON does not allow, such as a no-break space",
        JsonFault.BadNumber => "a number is not a JSON number",
        JsonFault.BadEscape => "an escape sequence is unknown",
        JsonFault.DuplicateName => "a name is used twice",
        JsonFault.Unterminated => "a bracket or quote is never closed",
        JsonFault.Unexpected => "a member can't be read",
        JsonFault.TooDeep => "it is nested too deeply",
        JsonFault.TrailingText => "text follows its end",
        _ => "it is empty",
    };
}
