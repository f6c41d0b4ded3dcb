namespace DocGen.Generator.Json;

/// <summary>A violation of RFC 8259, with its position.</summary>
internal readonly record struct JsonFinding(JsonFault Fault, int Start, int End)
{
    /// <summary>
    /// Whether the meaning of the text is still clear. Other faults lose data or make the text ambiguous.
    /// </summary>
    public bool IsHarmless => Fault is JsonFault.Comment or JsonFault.TrailingComma or JsonFault.UnquotedName
        or JsonFault.RawNewline or JsonFault.Ellipsis or JsonFault.OtherSpace or JsonFault.SingleQuotes;
}
