namespace DocGen.Generator.Json;

/// <summary>The departures from RFC 8259 that the reader tolerates or skips.</summary>
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
