using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// The elements of an emitted file that the surface file lacks or that differ there, and the names of all elements in
/// the emitted file.
/// </summary>
/// <param name="Places">The pages and positions that document the differing elements.</param>
/// <param name="Names">The group and method of each operation, and the class of each type and enum.</param>
internal sealed record SurfaceDelta(
    EquatableArray<SurfaceOperation> Operations,
    EquatableArray<SurfaceType> Types,
    EquatableArray<SurfaceEnum> Enums,
    EquatableArray<SurfacePlace> Places,
    EquatableArray<string> Names)
{
    public static SurfaceDelta Of((ApiFile File, Pins Pins) input)
    {
        (ApiFile file, Pins pins) = input;
        SurfaceOperation[] operations = file.Operations is not { } group ? []
            : [.. group.Operations.Select(
                one => SurfaceReader.OperationOf(group, one) with { Permissions = default, Deprecation = null })];
        SurfaceType[] types =
        [
            .. file.Types.Select(SurfaceReader.TypeOf).Select(type => type with
            {
                Deprecation = null, Properties = type.Properties
                    .Select(one => one.Deprecation is null ? one : one with { Deprecation = null }).ToEquatableArray(),
            }),
        ];
        SurfaceEnum[] enums = [.. file.Enums.Select(SurfaceReader.EnumOf)];
        operations = [.. operations.Where(one => !one.Equals(pins.Operation(one.Name)))];
        types = [.. types.Where(type => !type.Equals(pins.Class(type.Class)))];
        enums = [.. enums.Where(type => !type.Equals(pins.Struct(type.Class)))];
        var differing = new HashSet<string>(
            operations.Select(one => one.Name).Concat(types.Select(type => type.Class))
                .Concat(enums.Select(type => type.Class)), StringComparer.Ordinal);
        return new SurfaceDelta(
            operations.ToEquatableArray(), types.ToEquatableArray(), enums.ToEquatableArray(),
            PlacesOf(file).Where(place => differing.Contains(place.Name)).ToEquatableArray(),
            NamesOf(file).ToEquatableArray());
    }

    private static IEnumerable<string> NamesOf(ApiFile file) =>
        (file.Operations?.Operations ?? default).Select(operation => file.Operations!.Name + "." + operation.MethodName)
            .Concat(file.Types.Select(type => type.Name)).Concat(file.Enums.Select(type => type.Name));

    private static IEnumerable<SurfacePlace> PlacesOf(ApiFile file)
    {
        foreach (Operation operation in file.Operations?.Operations ?? default)
            yield return new SurfacePlace(file.Operations!.Name + "." + operation.MethodName,
                operation.Docs.Origins[0].Page, AnchorKeys.Operation(operation.HttpMethod));
        foreach (StructuredType type in file.Types.Where(type => !type.Origins.IsEmpty))
            yield return new SurfacePlace(type.Name, type.Origins[0].Page,
                type.ODataName is { } name ? AnchorKeys.Resource(name) : "");
        foreach (EnumType type in file.Enums.Where(type => !type.Origins.IsEmpty))
            yield return new SurfacePlace(type.Name, type.Origins[0].Page,
                type.ODataName is { } name ? AnchorKeys.Enum(name) : "");
    }
}
