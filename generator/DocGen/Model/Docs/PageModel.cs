namespace DocGen.Generator.Model;

/// <param name="Path">The path relative to the project, with forward slashes.</param>
/// <param name="Title">The text of the first heading.</param>
/// <param name="Namespace">The page's <c>Namespace:</c> line, or null.</param>
/// <param name="LinkedPages">The paths of the pages to which it links.</param>
/// <param name="ServiceRoots">The service roots of its absolute URLs.</param>
/// <param name="Shown">The types that its example responses show.</param>
/// <param name="Methods">The rows of its method tables.</param>
/// <param name="IsTranslated">Whether the page is in another language, so type names may be words of that
/// language.</param>
/// <param name="Includes">The files that it includes, as written, except those that only its examples include.</param>
/// <param name="IsPart">Whether it is a fragment for other pages to include: it has no title, but a table or
/// includes.</param>
/// <param name="Text">Its text, if it is a fragment or includes files; else null.</param>
/// <param name="IsPlain">Whether the page does not follow the annotated dialect. Unnamed objects on it may be any
/// resource with their members.</param>
/// <param name="StatedRoots">The service roots that its text states.</param>
/// <param name="LooseCalls">The requests that it shows but that none of its own operations sends.</param>
internal sealed record PageModel(
    string Path,
    string? Title,
    string? Namespace,
    EquatableArray<string> LinkedPages,
    EquatableArray<ResourceDefinition> Resources,
    EquatableArray<EnumDefinition> Enums,
    EquatableArray<OperationDefinition> Operations,
    EquatableArray<string> ServiceRoots,
    EquatableArray<ShownType> Shown = default,
    EquatableArray<MethodDefinition> Methods = default,
    bool IsTranslated = false,
    EquatableArray<string> Includes = default,
    bool IsPart = false,
    string? Text = null,
    bool IsPlain = false,
    EquatableArray<StatedAddress> StatedRoots = default,
    EquatableArray<LooseCall> LooseCalls = default)
{
    public static PageModel Empty(string path) => new(path, null, null, default, default, default, default, default);
}
