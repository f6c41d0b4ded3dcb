namespace DocGen.Generator.Surface;

/// <summary>Compares the types of members in two surfaces.</summary>
internal sealed class TypeComparison(TypePairs pairs)
{
    /// <summary>Number types in rows. Each type can contain all values of the types before it in its row.</summary>
    private static readonly string[][] Wider =
    [
        ["Byte", "Int16", "Int32", "Int64", "Decimal"],
        ["SByte", "Int16", "Int32", "Int64", "Decimal"],
        ["Int32", "Double"],
        ["Single", "Double"],
    ];

    public TypeDifference Compare(string old, string current)
    {
        if (pairs.IsSame(old, current))
            return TypeDifference.None;
        (int oldRank, string oldName) = SurfaceTypes.Parse(old);
        (int newRank, string newName) = SurfaceTypes.Parse(current);
        bool isOpen = oldName == "Json" && oldRank == 0;
        if (oldRank != newRank)
            return isOpen ? TypeDifference.Narrowed : TypeDifference.Collection;
        if (IsText(pairs.Old, oldName) && IsText(pairs.New, newName))
            return TypeDifference.Enum;
        if (Array.Exists(Wider, row =>
            Array.IndexOf(row, oldName) is >= 0 and var place && Array.IndexOf(row, newName) > place))
            return TypeDifference.Widened;
        return isOpen || IsNarrower(oldName, newName) ? TypeDifference.Narrowed : TypeDifference.Changed;
    }

    /// <summary>
    /// Returns the cause of a change between text and enums: an edit that lists values, names them, or removes their
    /// name.
    /// </summary>
    public static string EnumCause(string before, string after)
    {
        static string Kind(string type) =>
            type.EndsWith("String", StringComparison.Ordinal)
                ? "text"
                : type.EndsWith("listed values", StringComparison.Ordinal) ? "listed values"
                : "an enum";
        return Kind(before) + " to " + Kind(after);
    }

    /// <summary>
    /// Whether each value of the new type is also a value of the old type, according to the old docs.
    /// </summary>
    private bool IsNarrower(string old, string current)
    {
        if (pairs.New.Type(current) is not { } type)
            return false;
        if (old == "JsonObject" || pairs.Old.Type(old) is { IsPlaceholder: true })
            return true;
        if (pairs.NewOf(old) is { } known)
            return pairs.New.Ancestors(type).Any(ancestor => ancestor.Class == known);
        // An unnamed object got a name and still has all its members.
        return pairs.Old.Type(old) is { WireName: null } inline
            && inline.Properties.All(property => pairs.New.Property(type, property.WireName) is not null);
    }

    private static bool IsText(SurfaceTypes types, string name) => name == "String" || types.Enum(name) is not null;
}
