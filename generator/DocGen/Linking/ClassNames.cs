using DocGen.Generator.Model;
using DocGen.Generator.Naming;

namespace DocGen.Generator.Linking;

/// <summary>
/// The names of classes that are taken. Documented types take theirs first. Groups of operations and types then take the names of
/// requests, responses, shapes and placeholders in their order.
/// </summary>
internal sealed class ClassNames
{
    private readonly NameScope _taken;
    private readonly Dictionary<string, Placeholder> _placeholders = new(StringComparer.OrdinalIgnoreCase);

    private ClassNames(NameScope taken, string[] ofTypes)
    {
        _taken = taken;
        OfTypes = ofTypes;
    }

    /// <summary>The class of each documented type, at the type's place.</summary>
    public string[] OfTypes { get; }

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyCollection<Placeholder> Placeholders => _placeholders.Values;

    /// <summary>Names with fewer namespaces choose first, so that a new page of a deeper one renames nothing.</summary>
    public static ClassNames Of(TypeIndex index, ApiSettings settings)
    {
        var taken = new NameScope([.. ReservedNames.Types, settings.ClientName, settings.ClientName + "Options", settings.JsonResolverName]);
        string[] names = new string[index.Types.Count];
        foreach (int type in Enumerable.Range(0, names.Length).OrderBy(i => index.Types[i].Name.Count(c => c == '.')).ThenBy(i => index.Types[i].Name, StringComparer.Ordinal))
        {
            names[type] = Choose(index.Types[type].Name, name => !taken.IsFree(name), taken.FirstFree);
            taken.TryClaim(names[type]);
        }

        return new ClassNames(taken, names);
    }

    /// <summary>Chooses the class name of a type: the last part of its name, else the last two parts.</summary>
    /// <param name="firstFree">Gives the first name that is free: a name, or the name with a suffix.</param>
    public static string Choose(string docName, Func<string, bool> isTaken, Func<string, string, string> firstFree)
    {
        string[] parts = docName.Split('.');
        string last = parts[parts.Length - 1];
        string name = NotImplicit(last);
        if (!isTaken(name))
            return name;
        return firstFree(parts.Length > 1 ? NotImplicit(Identifiers.Pascal(parts[parts.Length - 2]) + Identifiers.Pascal(last)) : name, "Resource");
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
    public static bool Answers(SymbolKind kind) => kind is SymbolKind.ClassName or SymbolKind.FreeClassName or SymbolKind.Placeholder;

    public SymbolValue ValueOf(SymbolKey key) => key.Kind switch
    {
        SymbolKind.ClassName => new SymbolValue(null, IsTrue: !_taken.IsFree(key.Subject)),
        SymbolKind.FreeClassName => new SymbolValue(_taken.FirstFree(key.Subject, key.Detail!)),
        _ => new SymbolValue(_placeholders.TryGetValue(key.Subject, out Placeholder? placeholder) ? placeholder.ClassName : null),
    };

    /// <summary>A bare <c>File</c> in a user's code must not become ambiguous.</summary>
    private static string NotImplicit(string docName)
    {
        string name = Identifiers.Pascal(docName, "Resource");
        return ImplicitNames.Contains(name) ? name + "Resource" : name;
    }
}
