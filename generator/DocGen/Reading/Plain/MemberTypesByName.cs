using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// The types of a page's members by name. If a member is null or empty in every example, it gets the type of a member
/// with the same name elsewhere on the page: in another example, a body or a table. If these types differ, the member
/// stays any JSON.
/// </summary>
internal sealed class MemberTypesByName
{
    private readonly Dictionary<string, DocType> _types = new(StringComparer.OrdinalIgnoreCase);

    public MemberTypesByName(IEnumerable<PlainFacts> operations)
    {
        foreach (PlainFacts facts in operations)
        {
            foreach (ShownJson shown in facts.Answers.Concat(facts.Bodies))
                Add(shown.Value, 0);
            foreach (PlainMember member in facts.Parameters.Concat(facts.BodyMembers).Concat(facts.AnswerMembers)
                .Where(m => m.HasType))
                Add(member.Path is { Length: > 0 } path ? path[path.Length - 1] : member.Name, member.Member.Type);
        }
    }

    /// <summary>Replaces the unknown types of members by the known types for their names.</summary>
    public EquatableArray<MemberDefinition> Fill(EquatableArray<MemberDefinition> members)
    {
        MemberDefinition[] filled = [.. members.Select(Fill)];
        return filled.SequenceEqual(members) ? members : filled.ToEquatableArray();
    }

    private MemberDefinition Fill(MemberDefinition member)
    {
        if (member.Type.Shape is { } shape)
            return Fill(shape.Members) is var inside && inside == shape.Members
                ? member
                : member with { Type = member.Type with { Shape = new Shape(inside) } };
        bool isKnown = _types.TryGetValue(member.Name, out DocType? type) && !PlainShapes.IsUnknown(type);
        // An empty list may contain the same items as a list elsewhere. Null may also be a list.
        return isKnown && PlainShapes.IsUnknown(member.Type) && member.Type.Rank <= type!.Rank
            ? member with { Type = type }
            : member;
    }

    private void Add(JsonValue value, int depth)
    {
        if (depth > Limits.ShapeDepth)
            return;
        if (value is JsonArray array)
        {
            foreach (JsonValue item in array.Items)
                Add(item, depth + 1);
        }
        else if (value is JsonObject obj)
        {
            foreach (JsonMember member in obj.Members)
            {
                Add(member.Value, depth + 1);
                Add(member.Name, PlainShapes.TypeOf(member.Value));
            }
        }
    }

    private void Add(string name, DocType type)
    {
        // Members of objects are added separately, and null has no type.
        if (name.Length == 0 || type.Shape is not null || type.Kind == TypeKind.JsonObject
            || (PlainShapes.IsUnknown(type) && type.Rank <= 1))
            return;
        _types[name] = !_types.TryGetValue(name, out DocType? known)
            ? type
            : known == type ? known
            : Agreed(known, type);
    }

    /// <summary>
    /// Joins two types. An integer and a fraction are compatible, and so are a text and a date. With any other two
    /// types, the type of the name is unknown.
    /// </summary>
    private static DocType Agreed(DocType known, DocType type) =>
        PlainShapes.IsUnknown(known) || known.Rank != type.Rank
            ? DocType.Of(TypeKind.Json)
            : PlainShapes.Join(known, type);
}
