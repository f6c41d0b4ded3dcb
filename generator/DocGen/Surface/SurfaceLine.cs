using DocGen.Generator.Naming;

namespace DocGen.Generator.Surface;

/// <summary>A line of a block: <c>wire: Type flag = Name</c>. Type and flag are optional.</summary>
/// <param name="Wire">The name on the wire; empty if the line begins with the colon.</param>
internal sealed record SurfaceLine(string Wire, string? Type, string? Flag, string Name)
{
    public static SurfaceLine? Parse(string line)
    {
        int place = 0;
        if (SurfaceFormat.ReadWord(line, ref place) is not { } wire)
            return null;
        string? type = null;
        if (place < line.Length && line[place] == ':')
        {
            place += 2;
            type = place < line.Length ? SurfaceFormat.ReadWord(line, ref place) : null;
            if (type is not { Length: > 0 })
                return null;
        }

        int equal = line.LastIndexOf(" = ", StringComparison.Ordinal);
        if (equal < place || (wire.Length == 0 && type is null))
            return null;
        string name = line.Substring(equal + " = ".Length).Trim(' ');
        string flag = line.Substring(place, equal - place).Trim(' ');
        return IsIdentifier(name) && (flag.Length == 0 || (type is not null && flag.IndexOf(' ') < 0))
            ? new SurfaceLine(wire, type, flag.Length == 0 ? null : flag, name) : null;
    }

    /// <summary>Whether a name is an identifier. The check prevents a file from putting other text into code.</summary>
    public static bool IsIdentifier(string name) => Identifiers.IsIdentifier(name);

    /// <summary>
    /// Whether a name can be the name of a class: it begins with a capital, so it is not a C# keyword.
    /// </summary>
    public static bool IsClass(string name) =>
        IsIdentifier(name) && (char.IsUpper(name[0]) || !char.IsLower(name[0]) && name[0] != '_');
}
