namespace DocGen.Generator.Json;

/// <summary>The violations of RFC 8259 that the reader tolerates, or skips with the text around them.</summary>
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
