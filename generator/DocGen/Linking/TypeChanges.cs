using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;

namespace DocGen.Generator.Linking;

/// <summary>What differs between two links of a set, as far as answers about types rest on it.</summary>
internal sealed class TypeChanges
{
    /// <summary>Other pages, names or bases: nothing is as it was.</summary>
    public static readonly TypeChanges Everything = new();

    /// <summary>Beyond so many changed types it costs less to ask again.</summary>
    private const int MaxTypes = 100;

    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<TypeFact> _types = [];
    private readonly HashSet<string> _pages = new(StringComparer.OrdinalIgnoreCase);
    private bool _haveEnums;
    private bool _haveMethods;

    /// <summary>Every type has the name, class, page and base that it had.</summary>
    public bool AreLocal => this != Everything;

    /// <summary>Whether neither the class nor a base of it has changed, and none that inherits from it came or went.</summary>
    public bool Spare(string className) => AreLocal && !_classes.Contains(className);

    /// <summary>Whether the answer to a question is still what it was.</summary>
    public bool Spare(in Question question) => AreLocal && question.Kind switch
    {
        QuestionKind.Name or QuestionKind.Word or QuestionKind.IsAncestor or QuestionKind.CommonBase => true,
        QuestionKind.HasMember or QuestionKind.Member => !_classes.Contains(question.Subject),
        QuestionKind.Object => !_members.Contains(question.Subject) && !MayBe(question.Detail!.Split('\n')),
        QuestionKind.Enum => !_haveEnums,
        QuestionKind.Job => !_pages.Contains(question.Subject),
        QuestionKind.Method => !_haveMethods,
        _ => false,
    };

    /// <summary>Whether an object of these members may be, or have been, one of what has changed: it has three in four of them.</summary>
    private bool MayBe(string[] shown) => _types.Exists(type => shown.Count(type.Has) * 4 >= shown.Length * 3);

    /// <summary>Whether a page is where it was, and defines as many types.</summary>
    public bool TryAdd(PageModel before, PageModel now)
    {
        _pages.Add(now.Path);
        _haveMethods |= before.Methods != now.Methods;
        return before.Path == now.Path && before.Resources.Count == now.Resources.Count && before.Enums.Count == now.Enums.Count;
    }

    /// <summary>Whether a type goes by the names that it went by, and inherits from the same one.</summary>
    public bool TryAdd(TypeFact before, TypeFact now)
    {
        _classes.Add(now.ClassName);
        _members.UnionWith(before.Members.Keys.Concat(now.Members.Keys));
        _types.AddRange([before, now]);
        _haveEnums |= now.Enum is not null;
        return _classes.Count <= MaxTypes && before.Name == now.Name && before.ClassName == now.ClassName && before.Page.Path == now.Page.Path
            && before.Base?.ClassName == now.Base?.ClassName && before.Enum is null == now.Enum is null
            && before.Resource is null == now.Resource is null && before.Resource?.Aliases == now.Resource?.Aliases;
    }
}
