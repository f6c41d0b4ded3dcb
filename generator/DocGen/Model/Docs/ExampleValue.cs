namespace DocGen.Generator.Model;

/// <summary>A value in an example.</summary>
/// <param name="Name">The name of the member that it is the value of; null in an array, and for the whole.</param>
/// <param name="Kind">What it is in JSON.</param>
/// <param name="Forms">The kinds of type that its text is a value of.</param>
/// <param name="End">The place behind the last value that it holds, among the example's.</param>
/// <param name="Word">The text of a string that may be an enumeration's value or a type's name; null for any other
/// value.</param>
internal readonly record struct ExampleValue(
    string? Name, ExampleValueKind Kind, TypeKinds Forms, int End, string? Word, SourceSpan Span)
{
    /// <summary>The type that an <c>@odata.type</c> annotation names; null for any other value.</summary>
    public string? ODataType => Name == "@odata.type" ? Word : null;
}
