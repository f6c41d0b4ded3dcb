namespace DocGen.Generator.Model;

// What a page's examples hold, as far as their types can be checked against it. It travels beside the model, for
// examples have positions, and what they show has become part of the model where it says something.

/// <summary>A JSON body that a page shows, in the request or a response of one of its operations.</summary>
/// <param name="Operation">The place of the operation among the page's.</param>
/// <param name="Kind">Which of the operation's bodies it is.</param>
/// <param name="Values">Every value in it, an object or array before what it holds.</param>
/// <param name="Path">The URL of the request, or null where none is shown.</param>
/// <param name="IsWhole">Nothing is left out of it.</param>
/// <param name="Optional">The members that it may lack all the same.</param>
internal sealed record Example(
    int Operation, ExampleKind Kind, EquatableArray<ExampleValue> Values, bool IsWhole = false,
    EquatableArray<string> Optional = default,
    UrlPath? Path = null);
