using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Collects the members of each type from a page's example responses. A member counts only if all examples of the type
/// have it.
/// </summary>
internal sealed class ShownTypes
{
    private readonly SortedDictionary<string, Dictionary<string, MemberDefinition>> _types = new(
        StringComparer.Ordinal);

    public EquatableArray<ShownType> Types => _types
        .Where(t => t.Value.Count > 0)
        .Select(t => new ShownType(t.Key,
            t.Value.Values.OrderBy(m => m.Name, StringComparer.Ordinal).ToEquatableArray())).ToEquatableArray();

    /// <summary>
    /// Adds the objects of a body. An object has the given type unless it contains a type annotation.
    /// </summary>
    public void Add(DocType? stated, JsonObject body)
    {
        IEnumerable<JsonObject> objects = body["value"] is JsonArray list ? list.Items.OfType<JsonObject>() : [body];
        foreach (JsonObject shown in objects)
        {
            string? name = shown["@odata.type"]?.AsString?.TrimStart('#')
                ?? (stated is { IsNamed: true } ? stated.Name : null);
            if (name is not null && TypeText.IsTypeName(name))
                Add(name, shown);
        }
    }

    private void Add(string type, JsonObject shown)
    {
        var members = new Dictionary<string, MemberDefinition>(StringComparer.Ordinal);
        foreach (MemberDefinition member in JsonShapes.Members(shown, isDefinition: false))
            members[member.Name] = member;
        if (!_types.TryGetValue(type, out Dictionary<string, MemberDefinition>? known))
        {
            _types.Add(type, members);
            return;
        }

        foreach (string name in known.Keys.ToArray())
        {
            if (!members.TryGetValue(name, out MemberDefinition? again))
                known.Remove(name);
            else if (known[name].Type == DocType.Of(TypeKind.Json))
                known[name] = again;
        }
    }
}
