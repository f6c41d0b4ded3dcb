using DocGen.Generator.Json;

namespace DocGen.Generator.Reading;

/// <summary>What a departure from JSON is called in a message.</summary>
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
        JsonFault.RawNewline => "a string goes over the end of its line",
        JsonFault.Ellipsis => "something is left out with '...'",
        JsonFault.OtherSpace => "there is white space that JSON does not know, such as a no-break space",
        JsonFault.BadNumber => "a number is not a JSON number",
        JsonFault.BadEscape => "an escape sequence is unknown",
        JsonFault.DuplicateName => "a name is used twice",
        JsonFault.Unterminated => "a bracket or quote is never closed",
        JsonFault.Unexpected => "a member can't be read",
        JsonFault.TooDeep => "it nests too deep",
        JsonFault.TrailingText => "something follows its end",
        _ => "it is empty",
    };
}
