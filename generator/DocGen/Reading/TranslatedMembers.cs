using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>What translators change in tables that is no word of theirs: names of members, and how many of a type there are.</summary>
internal static class TranslatedMembers
{
    /// <summary>Words that begin with so many of the same letters are of one origin.</summary>
    private const int MinAlike = 4;

    /// <summary>
    /// Gives rows whose names are translated the names that the JSON shows: of the members that no row has, the only one of the row's
    /// type. A name in another script that the JSON does not show either way is none that a service would take: it is left out.
    /// </summary>
    /// <param name="owner">What the members belong to.</param>
    /// <param name="tables">The rows, which are changed.</param>
    /// <param name="shown">The members of the JSON.</param>
    /// <param name="sink">Takes what was translated.</param>
    public static void Restore(string owner, List<MemberRow>[] tables, IEnumerable<JsonMember> shown, FindingSink sink)
    {
        var names = new HashSet<string>(tables.SelectMany(rows => rows).Select(r => r.Member.Name), StringComparer.OrdinalIgnoreCase);
        JsonMember[] members = [.. shown.Where(m => JsonShapes.IsName(m.Name) && !JsonShapes.IsAnnotation(m.Name))];
        if (members.Length == 0 || Array.Exists(members, m => IsForeign(m.Name)))
            return;
        var inJson = new HashSet<string>(members.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        foreach (List<MemberRow> rows in tables)
            RestoreCase(rows, members);
        MemberRow[] strays = [.. tables.SelectMany(rows => rows).Where(r => !inJson.Contains(r.Member.Name) && IsTranslatable(r.Member.Name))];
        if (strays.Length == 0)
            return;
        (JsonMember Member, DocType Type)[] free = [.. members.Where(m => !names.Contains(m.Name)).Select(m => (m, JsonShapes.TypeOf(m.Value, isDefinition: true)))];
        ILookup<MemberRow, JsonMember> fitting = strays.SelectMany(row => free.Where(f => Fits(row.Member.Type, f.Type)).Select(f => (row, f.Member)))
            .ToLookup(pair => pair.row, pair => pair.Member);
        var wanted = fitting.SelectMany(row => row).GroupBy(m => m).ToDictionary(same => same.Key, same => same.Count());
        foreach (MemberRow row in strays)
        {
            string? name = NameOf(row.Member.Name, [.. fitting[row]], wanted);
            if (name is null && !IsForeign(row.Member.Name))
                continue;
            sink.Report(Rules.TranslatedName, row.NameCell.Start, row.NameCell.End, row.Member.Name, owner,
                name is null ? "the JSON shows no other for it, so that it is left out" : $"it is taken for '{name}', which the JSON shows");
            foreach (List<MemberRow> rows in tables)
            {
                int place = rows.IndexOf(row);
                if (place >= 0 && name is null)
                    rows.RemoveAt(place);
                else if (place >= 0)
                    rows[place] = row with { Member = row.Member with { Name = name! } };
            }
        }
    }

    /// <summary>Sentences begin with capitals, and so do cells that a translator takes for one.</summary>
    private static void RestoreCase(List<MemberRow> rows, JsonMember[] members)
    {
        var spellings = members.ToLookup(m => m.Name, m => m.Name, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < rows.Count; i++)
        {
            string name = rows[i].Member.Name;
            if (spellings[name].FirstOrDefault() is { } spelling && spelling != name && !spellings[name].Contains(name, StringComparer.Ordinal))
                rows[i] = rows[i] with { Member = rows[i].Member with { Name = spelling } };
        }
    }

    /// <summary>The only candidate that no other row wants; of several, the only one that begins alike, as words of related languages do.</summary>
    private static string? NameOf(string translated, JsonMember[] candidates, Dictionary<JsonMember, int> wanted)
    {
        if (candidates.Length == 1 && wanted[candidates[0]] == 1)
            return candidates[0].Name;
        JsonMember[] alike = Array.FindAll(candidates, m => m.Name.Length >= MinAlike && translated.Length >= MinAlike
            && string.Compare(m.Name, 0, translated, 0, MinAlike, StringComparison.OrdinalIgnoreCase) == 0);
        return alike.Length == 1 ? alike[0].Name : null;
    }

    /// <summary>What JSON tells of a type that a table names in another language: what a word means, and that there are many.</summary>
    public static DocType Refine(DocType type, DocType shown)
    {
        if (type.IsWord)
            return shown.IsNamed ? shown : type with { Shown = shown };
        if (!type.IsNamed && shown is { IsNamed: false, Shape: null, Kind: not TypeKind.Json })
            return type with { Rank = shown.Rank };
        return type is { IsNamed: true, Rank: 0 } && shown.Rank > 0 ? type.ToCollection() : type;
    }

    /// <summary>The words of the table and what the JSON shows may be of one type.</summary>
    private static bool Fits(DocType type, DocType shown) => type switch
    {
        { IsWord: true } => !shown.IsNamed && shown.Shape is null,
        { IsNamed: true } => shown.IsNamed
            ? Last(type.Name!).Equals(Last(shown.Name!), StringComparison.OrdinalIgnoreCase)
            : shown.Shape is not null || shown.Kind is TypeKind.JsonObject or TypeKind.Json || (type.Page is null && shown.Kind == TypeKind.String),
        _ => type.Kind == shown.Kind && type.Rank == shown.Rank,
    };

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>In a script that no API's names are in which has others in ASCII.</summary>
    private static bool IsForeign(string name) => name.Any(c => c >= 128);

    /// <summary>A translator takes it for a word: no inner capital, digit or other sign.</summary>
    private static bool IsTranslatable(string name) => IsForeign(name) || (name.All(char.IsLetter) && !name.Skip(1).Any(char.IsUpper));
}
