namespace DocGen.Generator.Json;

/// <summary>A departure from RFC 8259 and where it stands.</summary>
internal readonly record struct JsonFinding(JsonFault Fault, int Start, int End)
{
    /// <summary>The text still says what it means; the others leave something out or to chance.</summary>
    public bool IsHarmless => Fault is JsonFault.Comment or JsonFault.TrailingComma or JsonFault.UnquotedName
        or JsonFault.RawNewline or JsonFault.Ellipsis or JsonFault.OtherSpace or JsonFault.SingleQuotes;
}
