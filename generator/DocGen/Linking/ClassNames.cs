using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// Assigns unique class names. Documented types choose first. Then groups of operations and types choose names for
/// requests, responses, shapes and placeholders, in order.
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

    /// <summary>The class name of each documented type, by the type's index.</summary>
    public string[] OfTypes { get; }

    /// <summary>The placeholders, in the order in which they were added.</summary>
    public IReadOnlyCollection<Placeholder> Placeholders => _placeholders.Values;

    /// <summary>
    /// Assigns names to the documented types. Types with fewer namespace parts come first, so a new type in a deeper
    /// namespace renames no other type.
    /// </summary>
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
    /// Chooses the class name of a type: the last part of its name, or the last two parts if the type is in a namespace
    /// below the main namespace. So the name does not depend on the types in the main namespace.
    /// </summary>
    /// <param name="docName">The name of the type, including its namespace.</param>
    /// <param name="main">The namespace that class names omit, or null if there is none.</param>
    /// <param name="isTaken">Whether another class has the name.</param>
    /// <param name="firstFree">Returns the name if it is free, else the name with a suffix.</param>
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

    /// <summary>Reserves the class names of a linked part.</summary>
    public void Add<T>(LinkedPart<T> part)
        where T : IEquatable<T>
    {
        foreach (string name in part.ClassNames)
            _taken.TryClaim(name);
        foreach (Placeholder placeholder in part.Placeholders)
            _placeholders.Add(TypeIndex.LastPart(placeholder.Name), placeholder);
    }

    /// <summary>
    /// Whether <see cref="ValueOf"/> accepts a key of this kind: a key for a class name, not for a documented type.
    /// </summary>
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

    /// <summary>
    /// Joins the last part of the namespace and the name. If the name already starts with the first word of that part,
    /// such as CallRecord in <c>callRecords</c>, returns only the name.
    /// </summary>
    private static string InNamespace(string space, string last)
    {
        string first = Identifiers.FirstWord(Identifiers.Pascal(space));
        string name = Identifiers.Pascal(last, "Resource");
        return Identifiers.Words(name) is { Count: > 1 } words
            && words[0].Equals(first, StringComparison.OrdinalIgnoreCase)
            ? NotImplicit(last) : NotImplicit(Identifiers.Pascal(space) + name);
    }

    /// <summary>
    /// Returns the namespace with the most types. If two have the same number of types, the shorter name is used.
    /// </summary>
    private static string? MainNamespace(TypeIndex index) => index.Types
        .Select(type => type.Name.Length > type.LastPart.Length
            ? type.Name.Substring(0, type.Name.Length - type.LastPart.Length - 1)
            : "")
        .Where(space => space.Length > 0).GroupBy(space => space, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Length)
        .ThenBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
        .FirstOrDefault()?.Key;

    /// <summary>
    /// Avoids names from implicit usings, which would make a bare <c>File</c> in user code ambiguous.
    /// </summary>
    private static string NotImplicit(string docName)
    {
        string name = Identifiers.Pascal(docName, "Resource");
        return ImplicitNames.Contains(name) ? name + "Resource" : name;
    }
}
