using DocGen.Generator.Diagnostics;
using DocGen.Generator.Linking;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Reports operations and types whose name in the surface file differs from the name that the docs alone would give.
/// Does not report the names of group classes, requests, responses and members.
/// </summary>
internal static class KeptNames
{
    public static IEnumerable<LinkFinding> Of(
        IReadOnlyList<ApiFile> files, PinnedOperations operations, PinnedClasses classes) =>
        operations.Renamed.Select(Finding)
            .Concat(classes.HasRenamed ? files.SelectMany(file => Types(file, classes)) : []);

    private static LinkFinding Finding(PinnedOperation one) => LinkFindings.Of(
        Rules.NameKept, one.Operation.Docs.Origins[0].Page, AnchorKeys.Operation(one.Operation.HttpMethod),
        one.Group + "." + one.Method, one.From.Name + "." + one.Operation.MethodName);

    private static IEnumerable<LinkFinding> Types(ApiFile file, PinnedClasses classes)
    {
        foreach (StructuredType type in file.Types.Where(type => classes.PinOfType(type.Name) is not null))
        {
            if (!type.Origins.IsEmpty && classes[type.Name] is var kept && kept != type.Name)
            {
                string anchor = type.ODataName is { } name ? AnchorKeys.Resource(name) : "";
                yield return LinkFindings.Of(Rules.NameKept, type.Origins[0].Page, anchor, kept, type.Name);
            }
        }

        foreach (EnumType type in file.Enums.Where(type => classes.PinOfEnum(type.Name) is not null))
        {
            if (!type.Origins.IsEmpty && classes[type.Name] is var kept && kept != type.Name)
            {
                string anchor = type.ODataName is { } name ? AnchorKeys.Enum(name) : "";
                yield return LinkFindings.Of(Rules.NameKept, type.Origins[0].Page, anchor, kept, type.Name);
            }
        }
    }
}
