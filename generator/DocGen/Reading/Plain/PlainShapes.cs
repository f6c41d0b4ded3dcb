using System.Globalization;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Infers the types of JSON in examples, and joins the types of two examples of the same value.</summary>
internal static class PlainShapes
{
    public static DocType TypeOf(JsonValue value, int depth = 0) => value switch
    {
        JsonString text => IsDate(text.Value) ? DocType.Of(TypeKind.Date)
            : JsonShapes.TypeOf(value, isDefinition: false),
        JsonObject obj => depth == Limits.ShapeDepth ? DocType.Of(TypeKind.JsonObject)
            : DocType.Of(new Shape(Members(obj, depth + 1))),
        JsonArray array => OfArray(array, depth),
        _ => JsonShapes.TypeOf(value, isDefinition: false),
    };

    public static EquatableArray<MemberDefinition> Members(JsonObject obj, int depth = 0)
    {
        var members = new List<MemberDefinition>(obj.Members.Count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonMember member in obj.Members)
        {
            if (member.Name.Length > 0 && member.Name.Any(char.IsLetterOrDigit) && !Guid.TryParse(member.Name, out _)
                && names.Add(member.Name))
                members.Add(new MemberDefinition(StringPool.Get(member.Name), TypeOf(member.Value, depth), null));
        }

        return members.ToEquatableArray();
    }

    /// <summary>Returns the narrowest type that covers both examples, or JSON if no other type does.</summary>
    public static DocType Join(DocType one, DocType other)
    {
        if (one == other)
            return one;
        if (IsUnknown(one) && one.Rank <= other.Rank)
            return other;
        if (IsUnknown(other) && other.Rank <= one.Rank)
            return one;
        if (one.Rank != other.Rank)
            return DocType.Of(TypeKind.Json);
        if (one is { Shape: { } first } && other is { Shape: { } second })
            return DocType.Of(new Shape(Join(first.Members, second.Members))) with { Rank = one.Rank };
        if (one.Kind == TypeKind.JsonObject && other.Kind == TypeKind.Resource)
            return other;
        if (other.Kind == TypeKind.JsonObject && one.Kind == TypeKind.Resource)
            return one;
        if (one.IsNamed && other.Kind == TypeKind.Resource)
            return one;
        if (other.IsNamed && one.Kind == TypeKind.Resource)
            return other;
        return (IsNumber(one), IsNumber(other)) == (true, true) ? DocType.Of(TypeKind.Double) with { Rank = one.Rank }
            : IsText(one) && IsText(other) ? DocType.String with { Rank = one.Rank }
            : DocType.Of(TypeKind.Json) with { Rank = one.Rank };
    }

    /// <summary>
    /// Joins two sets of members, in the order of the first. If a description or a list of values is missing in one
    /// set, it comes from the other.
    /// </summary>
    public static EquatableArray<MemberDefinition> Join(EquatableArray<MemberDefinition> one,
        EquatableArray<MemberDefinition> other)
    {
        var members = new List<MemberDefinition>(one);
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < members.Count; i++)
            places[members[i].Name] = i;
        foreach (MemberDefinition member in other)
        {
            if (!places.TryGetValue(member.Name, out int place))
            {
                places.Add(member.Name, members.Count);
                members.Add(member);
                continue;
            }

            MemberDefinition known = members[place];
            DocType type = Join(known.Type, member.Type);
            members[place] = known with
            {
                Type = type,
                Summary = known.Summary ?? member.Summary,
                Values = known.Values.IsEmpty ? member.Values : known.Values,
            };
        }

        return members.ToEquatableArray();
    }

    /// <summary>Whether the type is any JSON, as for null or an empty list.</summary>
    public static bool IsUnknown(DocType type) => type is { Kind: TypeKind.Json };

    private static bool IsNumber(DocType type)
        => type.Kind is TypeKind.Int64 or TypeKind.Int32 or TypeKind.Double or TypeKind.Decimal;

    private static bool IsText(DocType type)
        => type.Kind is TypeKind.String or TypeKind.DateTimeOffset or TypeKind.Date or TypeKind.Guid;

    private static DocType OfArray(JsonArray array, int depth)
    {
        DocType? item = null;
        foreach (JsonValue value in array.Items.Take(Limits.ShapeItems))
        {
            DocType shown = TypeOf(value, depth);
            item = item is null ? shown : Join(item, shown);
        }

        return (item ?? DocType.Of(TypeKind.Json)).ToCollection();
    }

    /// <summary>Whether a text is a full-date of RFC 3339.</summary>
    [Standard("RFC 3339, section 5.6")]
    private static bool IsDate(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-'
        && DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
