namespace DocGen.Generator.Json;

/// <summary>What the reader let pass, or could not.</summary>
internal enum JsonFault
{
    Comment,
    TrailingComma,
    MissingComma,
    UnquotedName,
    UnquotedValue,
    SingleQuotes,
    RawNewline,
    Ellipsis,
    OtherSpace,
    BadNumber,
    BadEscape,
    DuplicateName,
    Unterminated,
    Unexpected,
    TooDeep,
    TrailingText,
    Empty,
}
