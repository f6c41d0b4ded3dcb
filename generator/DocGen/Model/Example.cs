namespace DocGen.Generator.Model;

// What a page's examples hold, as far as their types can be checked against it. It travels beside the model, for examples have
// positions, and what they show has become part of the model where it says something.

/// <summary>A JSON body that a page shows, in the request or a response of one of its operations.</summary>
/// <param name="Operation">The place of the operation among the page's.</param>
/// <param name="Kind">Which of the operation's bodies it is.</param>
/// <param name="Values">Every value in it, an object or array before what it holds.</param>
/// <param name="IsWhole">Nothing is left out of it.</param>
/// <param name="Optional">The members that it may lack all the same.</param>
internal sealed record Example(
    int Operation, ExampleKind Kind, EquatableArray<ExampleValue> Values, bool IsWhole = false, EquatableArray<string> Optional = default);

internal enum ExampleKind
{
    Request,
    Response,

    /// <summary>What the last range of an upload session is answered with.</summary>
    Uploaded,
}

/// <summary>A value in an example.</summary>
/// <param name="Name">The name of the member that it is the value of; null in an array, and for the whole.</param>
/// <param name="Kind">What it is in JSON.</param>
/// <param name="Forms">The kinds of type that its text is a value of.</param>
/// <param name="End">The place behind the last value that it holds, among the example's.</param>
/// <param name="Word">The text of a string that may be an enumeration's value or a type's name; null for any other value.</param>
internal readonly record struct ExampleValue(
    string? Name, ExampleValueKind Kind, TypeKinds Forms, int End, string? Word, Markdown.SourceSpan Span)
{
    /// <summary>The type that an <c>@odata.type</c> annotation names; null for any other value.</summary>
    public string? ODataType => Name == "@odata.type" ? Word : null;
}

internal enum ExampleValueKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A set of <see cref="TypeKind"/>s.</summary>
internal readonly record struct TypeKinds(uint Bits)
{
    public bool Contains(TypeKind kind) => (Bits & (1u << (int)kind)) != 0;

    public TypeKinds With(TypeKind kind) => new(Bits | (1u << (int)kind));

    public static TypeKinds Of(params TypeKind[] kinds) => kinds.Aggregate(default(TypeKinds), (all, kind) => all.With(kind));
}
