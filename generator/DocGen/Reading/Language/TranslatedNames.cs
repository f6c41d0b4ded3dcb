using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Restores the original names of members that translators translated.</summary>
internal static class TranslatedNames
{
    /// <summary>
    /// Replaces translated names in rows by names in the JSON. The replacement is the only member that has the row's
    /// type and is in no row. A row is left out if its name is in another script and can't be restored, because no
    /// service would accept the name.
    /// </summary>
    /// <param name="owner">The name of the type or verb that the members belong to, for messages.</param>
    /// <param name="tables">The rows, which are changed in place.</param>
    /// <param name="shown">The members of the JSON.</param>
    /// <param name="sink">Receives the replaced names.</param>
    public static void Restore(string owner, List<MemberRow>[] tables, IEnumerable<JsonMember> shown, FindingSink sink)
    {
        var names = new HashSet<string>(tables.SelectMany(rows => rows).Select(r => r.Member.Name),
            StringComparer.OrdinalIgnoreCase);
        JsonMember[] members = [.. shown.Where(m => JsonShapes.IsName(m.Name) && !JsonShapes.IsAnnotation(m.Name))];
        if (members.Length == 0 || Array.Exists(members, m => IsForeign(m.Name)))
            return;
        var inJson = new HashSet<string>(members.Select(m => m.Name), StringComparer.OrdinalIgnoreCase);
        RestoreCase(tables, members);
        bool IsTranslated(MemberRow row) => !inJson.Contains(row.Member.Name) && IsTranslatable(row.Member.Name);
        MemberRow[] translated = [.. tables.SelectMany(rows => rows).Where(IsTranslated)];
        if (translated.Length == 0)
            return;
        var missing = new MissingMembers(members.Where(m => !names.Contains(m.Name)));
        foreach (MemberRow row in translated)
            missing.CountRow(row.Member.Type);
        foreach (List<MemberRow> rows in tables)
        {
            MemberRow[] before = [.. rows];
            rows.Clear();
            rows.AddRange(before.Select(row => IsTranslated(row)
                ? Restored(owner, row, missing, sink) : row).OfType<MemberRow>());
        }
    }

    /// <summary>Returns the row with the name in the JSON; null for a row that is left out.</summary>
    private static MemberRow? Restored(string owner, MemberRow row, MissingMembers missing, FindingSink sink)
    {
        string? name = missing.NameOf(row.Member);
        if (name is null && !IsForeign(row.Member.Name))
            return row;
        sink.Report(Rules.TranslatedName, row.NameCell.Start, row.NameCell.End, row.Member.Name, owner,
            name is null
                ? "the JSON shows no other name for it, so it is left out"
                : $"it is read as '{name}', which the JSON shows");
        return name is null ? null : row with { Member = row.Member with { Name = name } };
    }

    /// <summary>
    /// Restores the case of names. Translators capitalize the first word of a cell, as in a sentence.
    /// </summary>
    private static void RestoreCase(List<MemberRow>[] tables, JsonMember[] members)
    {
        var exact = new HashSet<string>(members.Select(m => m.Name), StringComparer.Ordinal);
        var spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (JsonMember member in members)
        {
            if (!spellings.ContainsKey(member.Name))
                spellings.Add(member.Name, member.Name);
        }

        foreach (List<MemberRow> rows in tables)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                if (!exact.Contains(rows[i].Member.Name)
                    && spellings.TryGetValue(rows[i].Member.Name, out string? spelling))
                    rows[i] = rows[i] with { Member = rows[i].Member with { Name = spelling } };
            }
        }
    }

    /// <summary>Whether a type in a table and an unnamed type in the JSON may be the same.</summary>
    private static bool Fits(DocType type, DocType shown) => type switch
    {
        { IsWord: true } => shown.Shape is null,
        { IsNamed: true } =>
            shown.Shape is not null || shown.Kind is TypeKind.JsonObject or TypeKind.Json
                || (type.Page is null && shown.Kind == TypeKind.String),
        _ => type.Kind == shown.Kind && type.Rank == shown.Rank,
    };

    private static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>Whether a name has characters outside of ASCII.</summary>
    private static bool IsForeign(string name) => name.Any(c => c > '\x7f');

    /// <summary>
    /// Whether a translator may mistake a name for a word: it has no inner capital, digit or punctuation.
    /// </summary>
    private static bool IsTranslatable(string name) =>
        IsForeign(name) || (name.All(char.IsLetter) && !name.Skip(1).Any(char.IsUpper));

    /// <summary>
    /// The members of the JSON that are in no row, grouped by the type that a row needs to match them. A row is
    /// compared with the groups, of which there are few, and not with each member.
    /// </summary>
    private sealed class MissingMembers
    {
        private readonly Dictionary<(TypeKind, int, bool), SameType> _unnamed = [];
        private readonly Dictionary<string, SameType> _named = new(StringComparer.OrdinalIgnoreCase);

        public MissingMembers(IEnumerable<JsonMember> members)
        {
            foreach (JsonMember member in members)
            {
                DocType type = JsonShapes.TypeOf(member.Value, isDefinition: true);
                if (type.IsNamed)
                    Of(_named, Last(type.Name!), type).Add(member.Name);
                else
                    Of(_unnamed, (type.Kind, type.Rank, type.Shape is not null), type).Add(member.Name);
            }
        }

        /// <summary>Counts a row in the groups that its type matches.</summary>
        public void CountRow(DocType type)
        {
            foreach (SameType group in Fitting(type))
                group.Rows++;
        }

        /// <summary>
        /// Returns the only candidate, if no other row matches it. If there are several candidates, returns the only
        /// one that begins like the translated name, because words of related languages often begin alike.
        /// </summary>
        public string? NameOf(MemberDefinition translated)
        {
            SameType[] fitting = [.. Fitting(translated.Type)];
            if (fitting.Length == 1 && fitting[0] is { Count: 1, Rows: 1 })
                return fitting[0].First;
            string[] names = [.. fitting.SelectMany(group => group.BeginningAs(translated.Name)).Take(2)];
            return names.Length == 1 ? names[0] : null;
        }

        private IEnumerable<SameType> Fitting(DocType type)
        {
            IEnumerable<SameType> fitting = _unnamed.Values.Where(group => Fits(type, group.Type));
            return type is { IsNamed: true, IsWord: false } && _named.TryGetValue(Last(type.Name!), out SameType? named)
                ? fitting.Prepend(named) : fitting;
        }

        private static SameType Of<TKey>(Dictionary<TKey, SameType> groups, TKey key, DocType type)
            where TKey : notnull
        {
            if (!groups.TryGetValue(key, out SameType? group))
                groups.Add(key, group = new SameType(type));
            return group;
        }
    }

    /// <summary>The members that match the same rows because of their type.</summary>
    /// <param name="type">The type of the first member.</param>
    private sealed class SameType(DocType type)
    {
        /// <summary>The names by their first letters; at most two for each beginning.</summary>
        private readonly Dictionary<string, List<string>> _beginnings = new(StringComparer.OrdinalIgnoreCase);

        public DocType Type { get; } = type;

        public string First { get; private set; } = "";

        public int Count { get; private set; }

        /// <summary>The number of rows that match the members.</summary>
        public int Rows { get; set; }

        public void Add(string name)
        {
            if (Count++ == 0)
                First = name;
            if (name.Length < Thresholds.CommonLetters)
                return;
            string beginning = name.Substring(0, Thresholds.CommonLetters);
            if (!_beginnings.TryGetValue(beginning, out List<string>? names))
                _beginnings.Add(beginning, names = []);
            if (names.Count < 2)
                names.Add(name);
        }

        public List<string> BeginningAs(string translated) =>
            translated.Length >= Thresholds.CommonLetters
                && _beginnings.TryGetValue(translated.Substring(0, Thresholds.CommonLetters),
                    out List<string>? names) ? names : [];
    }
}
