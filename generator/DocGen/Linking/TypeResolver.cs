using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// Resolves the type names in one group of operations or one type, and collects the shapes, enums and placeholders that
/// are emitted in addition. All symbols are read through one function, which records the keys.
/// </summary>
internal sealed class TypeResolver(Func<SymbolKey, SymbolValue> symbols)
{
    private readonly HashSet<string> _claimed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _shapeFiles = new(StringComparer.Ordinal);
    private readonly List<string> _classNames = [];
    private readonly List<LinkedShape> _shapes = [];
    private readonly List<LinkedEnum> _enums = [];
    private readonly Dictionary<string, Placeholder> _placeholders = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<UnknownName> _unknown = [];
    private readonly List<LinkFinding> _findings = [];

    public LinkedPart<T> ToPart<T>(T value)
        where T : IEquatable<T> => new(
            value, _classNames.ToEquatableArray(), _shapes.ToEquatableArray(), _enums.ToEquatableArray(),
            _placeholders.Values.ToEquatableArray(),
            _unknown.ToEquatableArray(), _findings.ToEquatableArray());

    public void Report(LinkFinding finding) => _findings.Add(finding);

    /// <summary>Whether a type or one of its bases has a member with the name, ignoring case.</summary>
    public bool HasMember(TypeRef type, string name) =>
        type.Name is { } className && symbols(new SymbolKey(SymbolKind.HasMember, className, name)).IsTrue;

    /// <summary>Returns the class of the documented resource with this name, or null.</summary>
    public TypeRef? Documented(string name) =>
        symbols(new SymbolKey(SymbolKind.Type, name)) is { IsResource: true } found
            ? new TypeRef(TypeKind.Resource, found.ClassName)
            : null;

    /// <summary>Returns the class of the documented resource with the type's name, or null.</summary>
    public TypeRef? Documented(DocType type) =>
        symbols(new SymbolKey(SymbolKind.Type, type.Name!, type.Page)) is { IsResource: true } found
            ? new TypeRef(TypeKind.Resource, found.ClassName)
            : null;

    /// <summary>
    /// Whether the type's name is only a word: no type has the name, and the name links to a page that defines no type.
    /// </summary>
    public bool IsWord(DocType type) =>
        type is { IsNamed: true, Page: { } page } && symbols(new SymbolKey(SymbolKind.Word, type.Name!, page)).IsTrue;

    /// <summary>Returns the documented enum with this name, or null.</summary>
    public TypeRef? DocumentedEnum(string name) =>
        symbols(new SymbolKey(SymbolKind.Type, name)) is { IsEnum: true } found
            ? new TypeRef(TypeKind.Enum, found.ClassName)
            : null;

    /// <summary>
    /// Returns the resource from the page about monitoring a job, or null. The resource is the job, which is also the
    /// final result.
    /// </summary>
    public TypeRef? JobOf(string page) =>
        symbols(new SymbolKey(SymbolKind.Job, page)).ClassName is { } job ? new TypeRef(TypeKind.Resource, job) : null;

    /// <summary>
    /// Returns the resource that a request sends, determined by its URLs. For PATCH and PUT, it is the type that a GET
    /// of the URL returns. For POST, it is the item type of the collection at the URL. Returns null if no GET is
    /// documented, or if the URLs lead to several types.
    /// </summary>
    public TypeRef? SentTo(OperationDefinition operation)
    {
        TypeRef? common = null;
        foreach (UrlDefinition url in operation.Urls)
        {
            SymbolValue found = symbols(new SymbolKey(SymbolKind.Addressed, url.Path.Outline));
            if (found.ClassName is not { } name)
                continue;
            if (found.IsTrue != (operation.HttpMethod == "POST") || (common is { } known && known.Name != name))
                return null;
            common = new TypeRef(TypeKind.Resource, name);
        }

        return common;
    }

    /// <summary>
    /// Whether the method tables agree on the return type of a page's operation. <paramref name="returns"/> is then a
    /// resource, or null if the operation returns nothing.
    /// </summary>
    public bool IsListed(string page, out TypeRef? returns)
    {
        SymbolValue listed = symbols(new SymbolKey(SymbolKind.Method, page));
        returns = listed.ClassName is { } name ? new TypeRef(TypeKind.Resource, name) : null;
        return listed.IsTrue;
    }

    /// <summary>Whether <paramref name="type"/> inherits from <paramref name="ancestor"/>.</summary>
    public bool IsAncestor(TypeRef ancestor, TypeRef type) =>
        type is { Kind: TypeKind.Resource, Name: { } name } && ancestor.Name is { } above && ancestor != type
        && symbols(new SymbolKey(SymbolKind.IsAncestor, name, above)).IsTrue;

    /// <summary>Whether a class has a qualified name, which a type annotation needs.</summary>
    public bool IsQualified(TypeRef type) =>
        type.Name is { } name && symbols(new SymbolKey(SymbolKind.IsQualified, name)).IsTrue;

    /// <summary>Whether a class has a qualified name, and a base with more members than a key.</summary>
    public bool HasBase(TypeRef type) =>
        type is { Kind: TypeKind.Resource, Rank: 0, Name: { } name }
            && symbols(new SymbolKey(SymbolKind.HasBase, name)).IsTrue;

    /// <summary>
    /// Returns the type of an own or inherited property of a class, or null if the class has no such property.
    /// </summary>
    public TypeRef? PropertyOf(TypeRef type, string property, PageModel page, string owner) =>
        type.Name is { } className
            && symbols(new SymbolKey(SymbolKind.Member, className, property)).Member is { } member
            ? Resolve(member.Type, page, owner, "Result") : null;

    /// <param name="owner">The class with the member. A shape is named after the class and the member.</param>
    /// <param name="isSent">Whether the type is in a request. An object in a request seldom has all members of a
    /// resource.</param>
    public TypeRef Resolve(DocType type, PageModel page, string owner, string member, bool isSent = false)
    {
        bool isKnown = type.Name is { } name && symbols(new SymbolKey(SymbolKind.Type, name)).ClassName is not null;
        if (!isKnown && type.Shape is { Members.IsEmpty: false } shape)
        {
            string members = string.Join("\n",
                shape.Members.Select(m => m.Name.ToLowerInvariant()).Distinct(StringComparer.Ordinal)
                    .OrderBy(n => n, StringComparer.Ordinal));
            string resource = symbols(new SymbolKey(SymbolKind.UnnamedObject, member, members)).ClassName
                ?? (page.IsPlain ? symbols(
                    new SymbolKey(SymbolKind.ShownObject, isSent ? "" : member, members)).ClassName : null)
                ?? AddShape(shape, page, owner, member, isSent);
            return new TypeRef(TypeKind.Resource, resource, type.Rank);
        }

        if (!type.IsNamed)
            return new TypeRef(type.Kind == TypeKind.Resource ? TypeKind.JsonObject : type.Kind, null, type.Rank);
        TypeRef named = Named(type.Name!, page, type.Page);
        return (type.Others.IsEmpty
            ? named
            : CommonBase([named, .. type.Others.Select(other => Named(other, page))])) with
        { Rank = type.Rank };
    }

    /// <summary>Returns the class or enum with the name. For an undefined name, it is a placeholder.</summary>
    private TypeRef Named(string name, PageModel page, string? linked = null)
    {
        SymbolValue found = symbols(new SymbolKey(SymbolKind.Type, name, linked));
        if (found.ClassName is not { } className)
            return new TypeRef(TypeKind.Resource, PlaceholderFor(name, page));
        if (found.Alias is { } documented)
            _findings.Add(LinkFindings.Of(Rules.TypeByAlias, page.Path, AnchorKeys.Type(name), name, documented));
        return new TypeRef(found.IsEnum ? TypeKind.Enum : TypeKind.Resource, className);
    }

    private TypeRef CommonBase(TypeRef[] types)
    {
        SymbolValue common = symbols(
            new SymbolKey(SymbolKind.CommonBase, string.Join(" ", types.Select(type => type.Name))));
        return common.ClassName is { } name
            ? new TypeRef(common.IsEnum ? TypeKind.Enum : TypeKind.Resource, name)
            : new TypeRef(TypeKind.Json);
    }

    private string PlaceholderFor(string name, PageModel page)
    {
        string last = TypeIndex.LastPart(name);
        string? className = _placeholders.TryGetValue(last, out Placeholder? own) ? own.ClassName
            : symbols(new SymbolKey(SymbolKind.Placeholder, last)).ClassName;
        if (className is null)
        {
            string? main = symbols(new SymbolKey(SymbolKind.MainNamespace, "")).ClassName;
            className = ClassNames.Choose(name, main, IsTaken, FirstFree);
            Take(className);
            _placeholders.Add(last, new Placeholder(name, page.Path, className));
        }

        _unknown.Add(new UnknownName(name, page.Path, className));
        return className;
    }

    /// <summary>Reserves a name for a class that has no documented name, such as a request.</summary>
    public string ClaimClass(string name, string suffix = "Operation")
    {
        string got = FirstFree(name, suffix);
        Take(got);
        return got;
    }

    /// <summary>
    /// Returns the first free name. The symbols do not include the names that this resolver has reserved, so these are
    /// checked separately.
    /// </summary>
    private string FirstFree(string name, string suffix)
    {
        string free = symbols(new SymbolKey(SymbolKind.FreeClassName, name, suffix)).ClassName!;
        if (!_claimed.Contains(free))
            return free;
        string longer = name + suffix;
        if (free == name && !IsTaken(longer))
            return longer;
        int number = _numbers.TryGetValue(longer, out int last) ? last : 2;
        while (IsTaken(NameScope.Numbered(longer, number)))
            number++;
        _numbers[longer] = number;
        return NameScope.Numbered(longer, number);
    }

    private bool IsTaken(string name) =>
        _claimed.Contains(name) || symbols(new SymbolKey(SymbolKind.ClassName, name)).IsTrue;

    private void Take(string name)
    {
        _claimed.Add(name);
        _classNames.Add(name);
    }

    /// <summary>
    /// Returns the type of a string whose values the page lists: the documented enum for these values (see
    /// <see cref="SymbolKind.Enum"/>), else a new enum.
    /// </summary>
    public TypeRef EnumOf(
        string file, PageModel page, string owner, string name, MemberDefinition member,
        EquatableArray<EnumMemberDefinition> values, string? heading)
    {
        string? known = values.Count < 2 ? null
            : symbols(new SymbolKey(SymbolKind.Enum, Inflection.Singular(member.Name), Values: values)).ClassName;
        if (known is null)
        {
            known = ClaimClass(owner + name, "Values");
            _enums.Add(new LinkedEnum(file, page.Path,
                EnumTypes.Of(known, isFlags: false, values, null, new DocOrigin(page.Path, heading))));
        }

        return new TypeRef(TypeKind.Enum, known, member.Type.Rank);
    }

    private string AddShape(Shape shape, PageModel page, string owner, string member, bool isSent)
    {
        string name = ClaimClass(owner + member, "Shape");
        var scope = new NameScope(ReservedNames.ResourceMembers, name);
        List<Property> properties = [];
        foreach (MemberDefinition m in shape.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            string wanted = Identifiers.Annotation(m.Name);
            properties.Add(new Property(m.Name, scope.Claim(wanted, "Value"),
                Resolve(m.Type, page, name, wanted, isSent), m.Summary));
        }

        string file = _shapeFiles.TryGetValue(owner, out string? known) ? known : owner;
        _shapeFiles[name] = file;
        _shapes.Add(new LinkedShape(file, page.Path, new StructuredType(
            null, name, null, IsAbstract: false, IsOpen: true, IsPlaceholder: false,
            properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(), default, null,
            EquatableArray.Of(new DocOrigin(page.Path, null)))));
        return name;
    }

    /// <summary>Sets the file for shapes that are named after <paramref name="owner"/>.</summary>
    public void PlaceShapes(string owner, string file) => _shapeFiles[owner] = file;
}
