namespace DocGen.Generator.Model;

/// <summary>A value in an example.</summary>
/// <param name="Name">The name of the member with this value; null for an item of an array and for the root
/// value.</param>
/// <param name="Kind">The JSON kind of the value.</param>
/// <param name="Forms">The kinds of types that accept the text of the value.</param>
/// <param name="End">The index after the last nested value.</param>
/// <param name="Word">The text of a string that may be an enum value or a type name; null for any other value.</param>
internal readonly record struct ExampleValue(
    string? Name, ExampleValueKind Kind, TypeKinds Forms, int End, string? Word, SourceSpan Span)
{
    /// <summary>The type that an <c>@odata.type</c> annotation names; null for any other value.</summary>
    public string? ODataType => Name == "@odata.type" ? Word : null;
}
