using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Infers types from JSON on a page. The JSON is the definition of a resource, or an example.</summary>
internal static class JsonShapes
{
    private static readonly MemberDefinition?[] Known = new MemberDefinition?[1 << 13];

    /// <summary>The type of a value.</summary>
    /// <param name="isDefinition">
    /// Whether the JSON defines a resource. A string may then be the name of a type. In an example, it is a value.
    /// </param>
    public static DocType TypeOf(JsonValue value, bool isDefinition, int depth = 0) => value switch
    {
        JsonString text when isDefinition => DefinedBy(text.Value),
        JsonString text => IsTimestamp(text.Value) ? DocType.Of(TypeKind.DateTimeOffset) : DocType.String,
        JsonNumber number => DocType.Of(number.IsInteger ? TypeKind.Int64 : TypeKind.Double),
        JsonLiteral { IsBoolean: true } => DocType.Of(TypeKind.Boolean),
        JsonObject obj => OfObject(obj, isDefinition, depth),
        JsonArray array => OfArray(array, isDefinition, depth),
        _ => DocType.Of(TypeKind.Json),
    };

    /// <summary>The members of an object that contain data, without <c>@odata</c> annotations.</summary>
    public static EquatableArray<MemberDefinition> Members(JsonObject obj, bool isDefinition, int depth = 0)
    {
        var members = new List<MemberDefinition>();
        // Most objects have few members, and comparing these is cheaper than a set.
        HashSet<string>? names = obj.Members.Count > Limits.FewMembers
            ? new HashSet<string>(StringComparer.Ordinal) : null;
        foreach (JsonMember member in obj.Members)
        {
            if (IsName(member.Name) && !IsAnnotation(member.Name)
                && (names?.Add(member.Name) ?? !members.Exists(known => known.Name == member.Name)))
                members.Add(Member(member, isDefinition, depth));
        }

        return members.ToEquatableArray();
    }

    public static MemberDefinition Member(JsonMember member, bool isDefinition, int depth = 0)
    {
        DocType type = TypeOf(member.Value, isDefinition, depth);
        EquatableArray<EnumMemberDefinition> values = isDefinition && member.Value is JsonString { Value: var text }
            ? Alternatives(text)
            : default;
        return values.IsEmpty && type is { Name: null, Shape: null }
            ? Shared(member.Name, type)
            : new MemberDefinition(member.Name, type, null, Values: values);
    }

    /// <summary>
    /// Returns a shared member with a name and a plain type, because examples repeat a few members many times. The
    /// table of shared members has a maximum size.
    /// </summary>
    private static MemberDefinition Shared(string name, DocType type)
    {
        int slot = (int)((uint)((StringComparer.Ordinal.GetHashCode(name) * 31) + ((int)type.Kind * 8) + type.Rank)
            % (uint)Known.Length);
        MemberDefinition? known = Known[slot];
        return known is not null && known.Name == name && known.Type == type
            ? known
            : Known[slot] = new MemberDefinition(name, type, null);
    }

    /// <summary>The annotation that names an object's type (OData JSON Format 4.01, section 4.6.3).</summary>
    public const string TypeAnnotation = "@odata.type";

    /// <summary>
    /// Whether a name is control information (OData JSON Format 4.01, section 4.6): <c>@odata.type</c>,
    /// <c>name@odata.bind</c>.
    /// </summary>
    public static bool IsAnnotation(string name) => name.IndexOf("@odata.", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>
    /// Whether a name is the name of a member. A sample key of a dictionary (a GUID) and a template's filler are not.
    /// </summary>
    public static bool IsName(string name) => name.Length > 0 && !Filler.IsValue(name) && !Guid.TryParse(name, out _);

    /// <summary>Returns the values of <c>"a | b | c"</c>, or nothing for any other string.</summary>
    public static EquatableArray<EnumMemberDefinition> Alternatives(string text)
    {
        if (text.IndexOf('|') < 0)
            return default;
        string[] values = text.Split('|').Select(v => v.Trim()).Where(v => v.Length > 0)
            .Distinct(StringComparer.Ordinal).ToArray();
        return values.Length > 1 && values.All(IsEnumValue)
            ? values.Select(v => new EnumMemberDefinition(v, null)).ToEquatableArray()
            : default;
    }

    public static bool IsEnumValue(string value) =>
        value != "null" && value.Length is > 0 and < Thresholds.EnumValue
            && value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private static DocType DefinedBy(string text)
    {
        DocType? type = TypeText.Parse(text, out bool clear);
        // Only a name with a namespace is a type: "filename.txt" and "admin" are values.
        bool isWord = type is not null
            && (!type.IsNamed || type.Rank > 0
                || (type.Name!.Count(c => c == '.') > 1 && !Http.SampleValues.IsSample(type.Name!)));
        return clear && isWord ? type! : DocType.String;
    }

    private static DocType OfObject(JsonObject obj, bool isDefinition, int depth)
    {
        if (obj["@odata.type"]?.AsString is { } named && TypeText.Parse(named, out _) is { } type)
            return type;
        return depth == Limits.ShapeDepth
            ? DocType.Of(TypeKind.JsonObject)
            : DocType.Of(new Shape(Members(obj, isDefinition, depth + 1)));
    }

    private static DocType OfArray(JsonArray array, bool isDefinition, int depth)
    {
        if (array.Items.Count == 0)
            return DocType.Of(TypeKind.Json).ToCollection();
        DocType[] types = array.Items.Select(item => TypeOf(item, isDefinition, depth)).Distinct().ToArray();
        DocType item = types.Length == 1 ? types[0] : Widest(types);
        return item.ToCollection();
    }

    /// <summary>Returns the narrowest type that can contain the values of all others without loss.</summary>
    private static DocType Widest(DocType[] types)
    {
        if (types.All(t => t is { Rank: 0, Shape: not null }))
        {
            return DocType.Of(new Shape(
                types.SelectMany(t => t.Shape!.Members).GroupBy(m => m.Name, StringComparer.Ordinal)
                .Select(g => g.First() with
                {
                    Type = g.Select(m => m.Type).Distinct().Count() == 1
                        ? g.First().Type
                        : Widest([.. g.Select(m => m.Type).Distinct()])
                })
                .ToEquatableArray()));
        }

        if (types.All(t => t is { Rank: 0, Kind: TypeKind.Int64 or TypeKind.Double }))
            return DocType.Of(TypeKind.Double);
        return types.All(t => t is { Rank: 0, Kind: TypeKind.String or TypeKind.DateTimeOffset })
            ? DocType.String
            : DocType.Of(TypeKind.Json);
    }

    /// <summary>Whether a text is a date-time of RFC 3339, section 5.6: a date, a T, a time and an offset.</summary>
    [Standard("RFC 3339, section 5.6")]
    private static bool IsTimestamp(string text) =>
        text.Length is >= 20 and <= 35 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':'
        && char.IsDigit(text[0]) && char.IsDigit(text[1])
        && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.RoundtripKind, out _);
}
