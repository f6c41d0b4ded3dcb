namespace DocGen.Generator.Model;

/// <param name="Path">The path relative to the project, with forward slashes.</param>
/// <param name="Title">The text of the first heading.</param>
/// <param name="Namespace">The page's <c>Namespace:</c> line, or null.</param>
/// <param name="LinkedPages">The paths of the pages to which the page links.</param>
/// <param name="ServiceRoots">The service roots of the page's absolute URLs.</param>
/// <param name="Shown">The types in the page's example responses, with their members.</param>
/// <param name="Methods">The rows of the page's method tables.</param>
/// <param name="IsTranslated">Whether the page is in another language, so type names may be words of that
/// language.</param>
/// <param name="Includes">The included files, as written on the page, except files that are included only in
/// examples.</param>
/// <param name="IsPart">Whether the page is a fragment that other pages include. A fragment has no title, but it has a
/// table or includes other files.</param>
/// <param name="Text">The text, if the page is a fragment or includes files; else null.</param>
/// <param name="IsPlain">Whether the page does not follow the annotated dialect. An unnamed object on such a page may
/// be any resource that has the object's members.</param>
/// <param name="StatedRoots">The service roots in the page's text.</param>
/// <param name="LooseCalls">The requests on the page that belong to none of the page's operations.</param>
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
