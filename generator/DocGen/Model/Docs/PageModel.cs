namespace DocGen.Generator.Model;

/// <param name="Path">Relative to the project, with forward slashes.</param>
/// <param name="Title">The text of the first heading.</param>
/// <param name="Namespace">The page's <c>Namespace:</c> line, or null.</param>
/// <param name="LinkedPages">The pages it links to, by path.</param>
/// <param name="ServiceRoots">The service roots of its absolute URLs.</param>
/// <param name="Shown">What its example responses show of types.</param>
/// <param name="Methods">What its tables of methods list.</param>
/// <param name="IsTranslated">Its words are of another language: types may be among them.</param>
/// <param name="Includes">The files that it includes, as it writes them; none of those that only its examples
/// do.</param>
/// <param name="IsPart">It has no title, and a table or includes: what includes it has its table.</param>
/// <param name="Text">Its text, where it is a part or includes files; else null.</param>
/// <param name="IsPlain">It is not in the dialect: an object without a name may be any resource that has its
/// members.</param>
/// <param name="StatedRoot">The service root that its words state, or null.</param>
/// <param name="LooseCalls">The requests that it shows and that none of its own operations sends.</param>
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
    string? StatedRoot = null,
    EquatableArray<LooseCall> LooseCalls = default)
{
    public static PageModel Empty(string path) => new(path, null, null, default, default, default, default, default);
}
