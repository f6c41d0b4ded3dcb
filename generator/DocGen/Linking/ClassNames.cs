using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// The names of classes that are taken. Documented types take theirs first. Groups of operations and types then take
/// the names of requests, responses, shapes and placeholders in their order.
/// </summary>
internal sealed class ClassNames
{
    private readonly NameScope _taken;
    private readonly Dictionary<string, Placeholder> _placeholders = new(StringComparer.OrdinalIgnoreCase);

    private readonly string? _main;

    private ClassNames(NameScope taken, string[] ofTypes, string? main)
    {
        _taken = taken;
        _main = main;
        OfTypes = ofTypes;
    }

    /// <summary>The class of each documented type, at the type's place.</summary>
    public string[] OfTypes { get; }

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyCollection<Placeholder> Placeholders => _placeholders.Values;

    /// <summary>Names with fewer namespaces choose first, so that a new page of a deeper one renames nothing.</summary>
    public static ClassNames Of(TypeIndex index, ApiSettings settings)
    {
        var taken = new NameScope(
            [.. ReservedNames.Types, settings.ClientName, settings.ClientName + "Options", settings.JsonResolverName]);
        string[] names = new string[index.Types.Count];
        string? main = MainNamespace(index);
        foreach (int type in Enumerable.Range(0, names.Length).OrderBy(i => index.Types[i].Name.Count(c => c == '.'))
            .ThenBy(i => index.Types[i].Name, StringComparer.Ordinal))
        {
            names[type] = Choose(index.Types[type].Name, main, name => !taken.IsFree(name), taken.FirstFree);
            taken.TryClaim(names[type]);
        }

        return new ClassNames(taken, names, main);
    }

    /// <summary>
    /// Chooses the class name of a type: the last part of its name; in another namespace than the main one, the last
    /// two parts, so that no type of the main namespace, whether there or not, has to do with it.
    /// </summary>
    /// <param name="docName">The type's name, with its namespace.</param>
    /// <param name="main">The namespace whose types need not say it, or null where none is known.</param>
    /// <param name="isTaken">Whether another class has a name.</param>
    /// <param name="firstFree">Gives the first name that is free: a name, or the name with a suffix.</param>
    public static string Choose(string docName, string? main, Func<string, bool> isTaken,
        Func<string, string, string> firstFree)
    {
        string[] parts = docName.Split('.');
        string last = parts[parts.Length - 1];
        bool isOther = main is not null && parts.Length > 2
            && docName.StartsWith(main + ".", StringComparison.OrdinalIgnoreCase)
            && main.Length < docName.Length - last.Length - 1;
        string name = isOther ? InNamespace(parts[parts.Length - 2], last) : NotImplicit(last);
        if (!isTaken(name))
            return name;
        return firstFree(parts.Length > 1
            ? NotImplicit(Identifiers.Pascal(parts[parts.Length - 2]) + Identifiers.Pascal(last))
            : name, "Resource");
    }

    /// <summary>Adds the names that a linked part takes.</summary>
    public void Add<T>(LinkedPart<T> part)
        where T : IEquatable<T>
    {
        foreach (string name in part.ClassNames)
            _taken.TryClaim(name);
        foreach (Placeholder placeholder in part.Placeholders)
            _placeholders.Add(TypeIndex.LastPart(placeholder.Name), placeholder);
    }

    /// <summary>Whether a key asks for names, and not for documented types.</summary>
    public static bool Answers(SymbolKind kind) =>
        kind is SymbolKind.ClassName or SymbolKind.FreeClassName or SymbolKind.MainNamespace
        or SymbolKind.Placeholder;

    public SymbolValue ValueOf(SymbolKey key) => key.Kind switch
    {
        SymbolKind.ClassName => new SymbolValue(null, IsTrue: !_taken.IsFree(key.Subject)),
        SymbolKind.MainNamespace => new SymbolValue(_main),
        SymbolKind.FreeClassName => new SymbolValue(_taken.FirstFree(key.Subject, key.Detail!)),
        _ =>
            new SymbolValue(_placeholders.TryGetValue(key.Subject, out Placeholder? placeholder)
                ? placeholder.ClassName
                : null),
    };

    /// <summary>A name behind that of its namespace, without what the name says itself: CallRecord in
    /// <c>callRecords</c>.</summary>
    private static string InNamespace(string space, string last)
    {
        string first = Identifiers.FirstWord(Identifiers.Pascal(space));
        string name = Identifiers.Pascal(last, "Resource");
        return Identifiers.Words(name) is { Count: > 1 } words
            && words[0].Equals(first, StringComparison.OrdinalIgnoreCase)
            ? NotImplicit(last) : NotImplicit(Identifiers.Pascal(space) + name);
    }

    /// <summary>The namespace of most types, the shorter of two with as many.</summary>
    private static string? MainNamespace(TypeIndex index) => index.Types
        .Select(type => type.Name.Length > type.LastPart.Length
            ? type.Name.Substring(0, type.Name.Length - type.LastPart.Length - 1)
            : "")
        .Where(space => space.Length > 0).GroupBy(space => space, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Length)
        .ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault()?.Key;

    /// <summary>A bare <c>File</c> in a user's code must not become ambiguous.</summary>
    private static string NotImplicit(string docName)
    {
        string name = Identifiers.Pascal(docName, "Resource");
        return ImplicitNames.Contains(name) ? name + "Resource" : name;
    }
}
