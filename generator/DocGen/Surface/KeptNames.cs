using DocGen.Generator.Diagnostics;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Reports the operations and types that have another name by their surface file than by the docs alone. The classes of a
/// group, a request and a response follow the operation's name, and members follow their class.
/// </summary>
internal static class KeptNames
{
    public static IEnumerable<LinkFinding> Of(IReadOnlyList<ApiFile> files, PinnedOperations operations, PinnedClasses classes) =>
        operations.Renamed.Select(Finding).Concat(classes.HasRenamed ? files.SelectMany(file => Types(file, classes)) : []);

    private static LinkFinding Finding(PinnedOperation one) => LinkFindings.Of(
        Rules.NameKept, one.Operation.Docs.Origins[0].Page, AnchorKeys.Operation(one.Operation.HttpMethod),
        one.Group + "." + one.Method, one.From.Name + "." + one.Operation.MethodName);

    private static IEnumerable<LinkFinding> Types(ApiFile file, PinnedClasses classes)
    {
        foreach (StructuredType type in file.Types.Where(type => classes.PinOfType(type.Name) is { } pin && pin.Class != type.Name && !type.Origins.IsEmpty))
        {
            yield return LinkFindings.Of(
                Rules.NameKept, type.Origins[0].Page, type.ODataName is { } name ? AnchorKeys.Resource(name) : "", classes[type.Name], type.Name);
        }

        foreach (EnumType type in file.Enums.Where(type => classes.PinOfEnum(type.Name) is { } pin && pin.Class != type.Name && !type.Origins.IsEmpty))
        {
            yield return LinkFindings.Of(
                Rules.NameKept, type.Origins[0].Page, type.ODataName is { } name ? AnchorKeys.Enum(name) : "", classes[type.Name], type.Name);
        }
    }
}
