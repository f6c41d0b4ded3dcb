using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>Caches the results of pinning one doc set, for the next run.</summary>
internal sealed class SurfaceCache
{
    private readonly NameSet.Cache _names = new();

    /// <summary>The pins of the set's surface file.</summary>
    public Cached<ApiSurface, Pins> Pins { get; } = new(surface => new Pins(surface));

    /// <summary>The operations of all groups with their pins.</summary>
    public Cached<(EquatableArray<OperationGroup> Groups, Pins Pins,
        string ClientName), PinnedOperations> Operations
    { get; } = new(PinnedOperations.Of);

    /// <summary>The classes of a file with their names from linking, by hint name.</summary>
    public Cached<ApiFile, LinkedClasses> Linked { get; } = new(LinkedClasses.Of);

    /// <summary>The classes of all files.</summary>
    public Cached<(EquatableArray<LinkedClasses> Files, PinnedOperations Operations, Pins Pins,
        ApiSettings Settings), PinnedClasses> Classes
    { get; } = new(
        (input, last) => PinnedClasses.Of(input.Files, input.Operations, input.Pins, input.Settings) is var classes
            && classes.Equals(last) ? last! : classes);

    /// <summary>The file that each operation group is emitted into.</summary>
    public Cached<(EquatableArray<string> Files, EquatableArray<string> Groups,
        PinnedOperations Operations), GroupHomes> Homes
    { get; } =
        new(input => new GroupHomes(input.Files, input.Groups, input.Operations));

    /// <summary>The types and enums of files with pinned names, by hint name.</summary>
    public Cached<(ApiFile File, PinnedClasses Classes), ApiFile> Types { get; } = new(
        input => PinnedApi.TypesOf(input.File, input.Classes));

    /// <summary>The operation groups, by name.</summary>
    public Cached<PinnedGroup, OperationGroup> Groups { get; } = new(group => group.ToGroup());

    /// <summary>The elements of each file that the surface file lacks, by hint name.</summary>
    public Cached<(ApiFile File, Pins Pins), SurfaceDelta> Deltas { get; } = new(SurfaceDelta.Of);

    /// <summary>The elements of the surface file that no emitted file has.</summary>
    public Cached<(EquatableArray<EquatableArray<string>> Names, Pins Pins), ApiSurface> Gone { get; } = new(
        SurfaceCheck.Gone);

    /// <param name="hintNames">The files with pinned names.</param>
    public void KeepDeltas(IEnumerable<string> hintNames) => Deltas.KeepOnly(_names.Of("pinned file", hintNames));

    public void KeepOnly(IEnumerable<string> hintNames, IEnumerable<string> groups)
    {
        NameSet files = _names.Of("file", hintNames);
        Linked.KeepOnly(files);
        Types.KeepOnly(files);
        Groups.KeepOnly(_names.Of("group", groups));
    }
}
