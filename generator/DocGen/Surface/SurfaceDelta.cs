using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>What of one emitted file the surface file has not, or has otherwise, and the names of all that is in it.</summary>
/// <param name="Names">Operations by group and method, types and enums by class.</param>
internal sealed record SurfaceDelta(
    EquatableArray<SurfaceOperation> Operations, EquatableArray<SurfaceType> Types, EquatableArray<SurfaceEnum> Enums, EquatableArray<string> Names)
{
    public static SurfaceDelta Of((ApiFile File, Pins Pins) input)
    {
        (ApiFile file, Pins pins) = input;
        SurfaceOperation[] operations = file.Operations is not { } group ? []
            : [.. group.Operations.Select(one => SurfaceReader.OperationOf(group, one) with { Permissions = default, Deprecation = null })];
        SurfaceType[] types =
        [
            .. file.Types.Select(SurfaceReader.TypeOf).Select(type => type with
            {
                Deprecation = null, Properties = type.Properties.Select(one => one.Deprecation is null ? one : one with { Deprecation = null }).ToEquatableArray(),
            }),
        ];
        SurfaceEnum[] enums = [.. file.Enums.Select(SurfaceReader.EnumOf)];
        return new SurfaceDelta(
            operations.Where(one => !one.Equals(pins.Operation(one.Name))).ToEquatableArray(),
            types.Where(type => !type.Equals(pins.Class(type.Class))).ToEquatableArray(),
            enums.Where(type => !type.Equals(pins.Struct(type.Class))).ToEquatableArray(),
            operations.Select(one => one.Name).Concat(types.Select(type => type.Class)).Concat(enums.Select(type => type.Class)).ToEquatableArray());
    }
}
