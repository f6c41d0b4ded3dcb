using DocGen.Generator.Linking;
using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>
/// Gives a linked API the C# names and shapes of its surface file. The stages are: pair operations with the file, name
/// all emitted classes, then name each type and each operation group. A part that is not in the file keeps its name
/// from linking, unless the file has that name for another part.
/// </summary>
internal static class PinnedApi
{
    public static LinkedApi Of(LinkedApi api, Pins pins, SurfaceCache cache)
    {
        EquatableArray<ApiFile> files = api.Files.OrderBy(file => file.HintName, StringComparer.Ordinal)
            .ToEquatableArray();
        if (files.IsEmpty)
            return api;
        ApiSettings settings = files[0].Settings;
        EquatableArray<OperationGroup> linked = files.Select(file => file.Operations).OfType<OperationGroup>()
            .ToEquatableArray();
        PinnedOperations operations = cache.Operations.Get("", (linked, pins, settings.ClientName));
        PinnedClasses classes = cache.Classes.Get(
            "",
            (files.Select(file => cache.Linked.Get(file.HintName, file)).ToEquatableArray(), operations, pins,
                settings));
        var types = new Lazy<Dictionary<string, StructuredType>>(
            () => files.SelectMany(file => file.Types)
                .ToDictionary(type => classes[type.Name], StringComparer.Ordinal));
        OperationGroup[] groups =
        [
            .. operations.Groups.Select(group => cache.Groups.Get(
                group.Name,
                new PinnedGroup(group.Name, group.Operations, classes, Bodies(group.Operations, classes, types)))),
        ];
        cache.KeepOnly(files.Select(file => file.HintName), groups.Select(group => group.Name));
        GroupHomes homes = cache.Homes.Get("", (
            files.Select(file => file.HintName).ToEquatableArray(),
            files.Select(file => file.Operations?.Name ?? "").ToEquatableArray(),
            operations));
        return api.With(KeptNames.Of(files, operations, classes)).With(
            api.Client is { } client
                ? client with
                {
                    Groups = groups.Select(group => new ClientMember(group.Name, group.ClassName, null))
                    .ToEquatableArray()
                }
                : null,
            file => cache.Types.Get(file.HintName, (file, classes)),
            groups.Select(group => (homes.FileOf(group.Name), group)));
    }

    /// <summary>
    /// Returns a file with pinned names. Leaves out its operations, because they may be in another file.
    /// </summary>
    public static ApiFile TypesOf(ApiFile file, PinnedClasses classes)
    {
        var pinned = new PinnedTypes(classes);
        return file with
        {
            Types = file.Types.Select(pinned.Of).OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray(),
            Enums = file.Enums.Select(pinned.Of).OrderBy(type => type.Name, StringComparer.Ordinal).ToEquatableArray(),
            Operations = null,
        };
    }

    /// <summary>
    /// Returns the body types that are needed to change the shapes of bodies, with their base types. A body's shape
    /// changes if the file has another one: the members of the type replace the body, or the reverse. This is rare.
    /// </summary>
    private static EquatableArray<StructuredType> Bodies(
        EquatableArray<PinnedOperation> operations, PinnedClasses classes,
        Lazy<Dictionary<string, StructuredType>> types)
    {
        var bodies = new Dictionary<string, StructuredType>(StringComparer.Ordinal);
        foreach (PinnedOperation operation in operations)
        {
            for (string? name = PinnedBody.TypeToCompare(operation, classes); name is not null
                && types.Value.TryGetValue(name, out StructuredType? type) && !bodies.ContainsKey(name);
                name = type.Base is { } parent ? classes[parent] : null)
            {
                bodies.Add(name, new PinnedTypes(classes).Of(type));
            }
        }

        return bodies.Values.ToEquatableArray();
    }
}
