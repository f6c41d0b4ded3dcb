using DocGen.Generator.Model;

namespace DocGen.Generator.Surface;

/// <summary>A group of operations, with all data that decides their names.</summary>
/// <param name="Operations">The operations of the group, in any order.</param>
/// <param name="Bodies">The classes of bodies whose shape may change, as in the current docs.</param>
internal sealed record PinnedGroup(string Name, EquatableArray<PinnedOperation> Operations, PinnedClasses Classes,
    EquatableArray<StructuredType> Bodies)
{
    public OperationGroup ToGroup()
    {
        string className = Classes.OfGroup(Name);
        OperationGroup linked = Operations.Select(one => one.From).FirstOrDefault(group => group.Name == Name)
            ?? Operations[0].From;
        Dictionary<string, StructuredType> types = Bodies.ToDictionary(type => type.Name, StringComparer.Ordinal);
        return linked with
        {
            Name = Name,
            ClassName = className,
            UrlsClassName = className == linked.ClassName ? linked.UrlsClassName : className + "Urls",
            Operations = Operations.Select(
                one => PinnedRequest.Of(one, Classes,
                    name => types.TryGetValue(name, out StructuredType? type) ? type : null))
                .OrderBy(one => one.MethodName, StringComparer.Ordinal).ToEquatableArray(),
        };
    }
}
