using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Naming;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;

namespace DocGen.Generator.Linking;

/// <summary>
/// Resolves the types that pages name to the classes that are emitted for them, and emits those. A name that no page defines becomes an
/// open placeholder, and is reported. What is asked and left is written down for <see cref="LinkMemo"/>.
/// </summary>
internal sealed class TypeTable
{
    private static readonly Memo<ResourceDefinition, TypeMemo> Types = new();
    private static readonly Memo<EnumDefinition, EnumType> Enums = new();

    private readonly Linker _linker;
    private readonly FileSet _files;
    private readonly NameScope _classNames;
    private readonly TypeIndex _types;
    private readonly TypeEvidence _evidence;
    private readonly TypeFacts _facts;
    private readonly Basis _basis;
    private readonly Dictionary<TypeFacts, TypeChanges> _changes = [];
    private readonly Dictionary<string, TypeEntry> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _shapeFiles = new(StringComparer.Ordinal);
    private Journal? _journal;
    private readonly Dictionary<Question, Answer> _asked = [];
    private readonly HashSet<(string Page, string Name, string Rule)> _reported = [];
    private readonly Lazy<Dictionary<string, PageModel>> _pages;
    private readonly Lazy<WordList> _names;
    private readonly Lazy<Dictionary<string, List<MethodDefinition>>> _methods;

    public TypeTable(Linker linker, FileSet files, ApiSettings settings, PageModel[] pages)
    {
        _linker = linker;
        _files = files;
        _classNames = new NameScope([.. ReservedNames.Types, settings.ClientName, settings.ClientName + "Options", settings.JsonResolverName]);
        _pages = new Lazy<Dictionary<string, PageModel>>(() => ByPath(pages));
        _methods = new Lazy<Dictionary<string, List<MethodDefinition>>>(() => ByMethod(pages));
        _types = TypeIndex.Of(linker, pages);
        NameClasses();
        new BaseLinker(linker, _types).Link();
        _evidence = new TypeEvidence(linker, _types);
        _evidence.AddShown(pages);
        _facts = new TypeFacts(pages, [.. _types.Entries], _types.Entries.Select(EarlierFacts).FirstOrDefault(facts => facts is not null));
        _basis = new Basis(new WeakReference<TypeFacts>(_facts));
        _names = new Lazy<WordList>(() => new WordList(_types.Entries.Where(e => !e.IsPlaceholder).Select(e => e.LastPart)));
    }

    /// <summary>How the pages spell the type <paramref name="lowerName"/>, or null where none defines it.</summary>
    public string? Spelling(string lowerName) => _types.Spelling(lowerName);

    /// <summary>Whether a type or one of its bases has a member of the name, without regard to case.</summary>
    public bool HasMember(TypeRef type, string name) =>
        type.Name is { } className && Ask(new Question(QuestionKind.HasMember, className, name)).IsTrue;

    /// <summary>The class of a documented resource by the last part of its name, or null.</summary>
    public TypeRef? Documented(string name) =>
        Ask(new Question(QuestionKind.Name, name)) is { IsResource: true } found ? new TypeRef(TypeKind.Resource, found.ClassName) : null;

    /// <summary>A name that nothing defines, with a link to a page that defines no type, is a mere word.</summary>
    public bool IsWord(DocType type) =>
        type is { IsNamed: true, Page: { } page } && Ask(new Question(QuestionKind.Word, type.Name!, page)).IsTrue;

    /// <summary>A documented enum by name, or null.</summary>
    public TypeRef? DocumentedEnum(string name) =>
        Ask(new Question(QuestionKind.Name, name)) is { IsEnum: true } found ? new TypeRef(TypeKind.Enum, found.ClassName) : null;

    /// <summary>The resource that the page on watching a job gets: the job itself, which is what is there when it has ended.</summary>
    public TypeRef? JobOf(string page) =>
        Ask(new Question(QuestionKind.Job, page)).ClassName is { } job ? new TypeRef(TypeKind.Resource, job) : null;

    /// <summary>Whether tables of methods agree on what the operation of a page returns: a resource, or nothing.</summary>
    public bool IsListed(string page, out TypeRef? returns)
    {
        Answer answer = Ask(new Question(QuestionKind.Method, page));
        returns = answer.ClassName is { } name ? new TypeRef(TypeKind.Resource, name) : null;
        return answer.IsTrue;
    }

    /// <summary>Whether <paramref name="type"/> inherits from <paramref name="ancestor"/>.</summary>
    public bool IsAncestor(TypeRef ancestor, TypeRef type) =>
        type is { Kind: TypeKind.Resource, Name: { } name } && ancestor.Name is { } above && ancestor != type
        && Ask(new Question(QuestionKind.IsAncestor, name, above)).IsTrue;

    /// <summary>The type of a property of a class, inherited or its own, or null where it has none of this name.</summary>
    public TypeRef? PropertyOf(TypeRef type, string property, PageModel page, string owner) =>
        type.Name is { } className && Ask(new Question(QuestionKind.Member, className, property)).Member is { } member
            ? Resolve(member.Type, page, owner, "Result") : null;

    public TypeRef Resolve(DocType type, PageModel page, string owner, string member)
    {
        bool isKnown = type.Name is { } name && Ask(new Question(QuestionKind.Name, name)) is { ClassName: not null, IsPlaceholder: false };
        if (!isKnown && type.Shape is { Members.IsEmpty: false } unnamed && Ask(new Question(QuestionKind.Object, member, MemberKey(unnamed.Members.Select(m => m.Name)))).ClassName is { } same)
            return new TypeRef(TypeKind.Resource, same, type.Rank);
        if (!isKnown && type.Shape is { Members.IsEmpty: false } shape)
            return new TypeRef(TypeKind.Resource, AddShape(shape, page, owner, member), type.Rank);
        if (!type.IsNamed)
            return new TypeRef(type.Kind == TypeKind.Resource ? TypeKind.JsonObject : type.Kind, null, type.Rank);
        TypeEntry entry = Find(type.Name!, page, type.Page);
        if (type.Others.IsEmpty)
            return new TypeRef(entry.Enum is null ? TypeKind.Resource : TypeKind.Enum, entry.ClassName, type.Rank);
        string all = string.Join(" ", type.Others.Select(o => Find(o, page).ClassName).Prepend(entry.ClassName));
        return Ask(new Question(QuestionKind.CommonBase, all)).ClassName is { } common
            ? new TypeRef(_byClass[common].Enum is null ? TypeKind.Resource : TypeKind.Enum, common, type.Rank)
            : new TypeRef(TypeKind.Json, null, type.Rank);
    }

    /// <summary>Member names in a text, whatever their order and case.</summary>
    private static string MemberKey(IEnumerable<string> names) =>
        string.Join("\n", names.Select(n => n.ToLowerInvariant()).Distinct(StringComparer.Ordinal).OrderBy(n => n, StringComparer.Ordinal));

    private static Dictionary<string, PageModel> ByPath(PageModel[] pages)
    {
        var byPath = new Dictionary<string, PageModel>(StringComparer.OrdinalIgnoreCase);
        foreach (PageModel page in pages)
            byPath[page.Path] = page;
        return byPath;
    }

    /// <summary>The nearest type that all of them are, or null where they share none.</summary>
    private static TypeEntry? CommonBase(TypeEntry?[] entries) =>
        entries[0]?.WithBases.FirstOrDefault(candidate => Array.TrueForAll(entries, e => e is not null && e.Is(candidate)));

    /// <summary>A name for a class that no page names, such as a request.</summary>
    public string ClaimClass(string name, string suffix = "Operation")
    {
        string got = _classNames.Claim(name, suffix);
        _journal?.Claims.Add((name, suffix, got));
        return got;
    }

    /// <summary>
    /// The type of a string whose values the page lists: the closest documented enum whose name ends in the member's and which
    /// has all these values, else an enum of its own.
    /// </summary>
    public TypeRef EnumOf(
        string file, PageModel page, string owner, string name, MemberDefinition member, EquatableArray<EnumMemberDefinition> values, string? heading)
    {
        string? known = values.Count < 2 ? null : Ask(new Question(QuestionKind.Enum, Inflection.Singular(member.Name), Values: values)).ClassName;
        return known is not null
            ? new TypeRef(TypeKind.Enum, known, member.Type.Rank)
            : AddMemberEnum(file, page, owner, name, values, heading) with { Rank = member.Type.Rank };
    }

    /// <summary>Emits an enum that belongs to a member whose values the page lists.</summary>
    private TypeRef AddMemberEnum(string file, PageModel page, string owner, string member, EquatableArray<EnumMemberDefinition> values, string? heading)
    {
        string name = ClaimClass(owner + member, "Values");
        EnumType type = ToEnum(name, isFlags: false, values, null, new DocOrigin(page.Path, heading));
        _files.Add(file, page.Path, type);
        _journal?.Enums.Add((file, page.Path, type));
        return new TypeRef(TypeKind.Enum, name);
    }

    /// <summary>Emits everything that was defined or asked for.</summary>
    public void Finish()
    {
        // Resolving a member's type can add a placeholder, which is then emitted too.
        for (int i = 0; i < _types.Entries.Count; i++)
        {
            _linker.Cancellation.ThrowIfCancellationRequested();
            Emit(_types.Entries[i]);
        }
    }

    private void NameClasses()
    {
        foreach (TypeEntry entry in _types.Entries.OrderBy(e => Dots(e.Name)).ThenBy(e => e.Name, StringComparer.Ordinal))
            NameClass(entry);
    }

    private static int Dots(string name)
    {
        int dots = 0;
        foreach (char c in name)
            dots += c == '.' ? 1 : 0;
        return dots;
    }

    private void NameClass(TypeEntry entry)
    {
        string name = ClassName(entry.LastPart);
        if (!_classNames.TryClaim(name))
        {
            string[] parts = entry.Name.Split('.');
            string qualified = parts.Length > 1 ? ClassName(Identifiers.Pascal(parts[parts.Length - 2]) + Identifiers.Pascal(parts[parts.Length - 1])) : name;
            name = _classNames.Claim(qualified, "Resource");
        }

        entry.ClassName = name;
        _byClass[name] = entry;
    }

    private static string ClassName(string docName)
    {
        string name = Identifiers.Pascal(docName, "Resource");
        return ImplicitNames.Contains(name) ? name + "Resource" : name;
    }

    /// <summary>What the answers that were given rest on; who keeps those keeps it.</summary>
    public TypeFacts Facts => _facts;

    private static TypeFacts? EarlierFacts(TypeEntry entry) => entry.Resource is { } resource ? Types.Of(resource)?.Journal.Basis.Earlier : null;

    /// <param name="suggestion">What a name that nothing defines may have been meant to be, where that is known.</param>
    private TypeEntry Find(string name, PageModel page, string? linked = null, string? suggestion = null)
    {
        Answer answer = Ask(new Question(QuestionKind.Name, name, linked));
        if (answer.ClassName is { } className)
        {
            TypeEntry found = _byClass[className];
            if (found.IsPlaceholder)
                ReportUnknown(name, page, found, suggestion);
            else if (answer.ByAlias)
                ReportAlias(name, page, linked, found);
            return found;
        }

        var placeholder = new TypeEntry(name, page) { IsPlaceholder = true };
        _types.Add(placeholder);
        NameClass(placeholder);
        ReportUnknown(name, page, placeholder, suggestion);
        return placeholder;
    }

    private void ReportAlias(string name, PageModel page, string? linked, TypeEntry found)
    {
        _journal?.Aliases.Add((name, page, linked));
        if (_reported.Add((page.Path, name, Rules.TypeByAlias.Id)))
            _linker.Report(Rules.TypeByAlias, page.Path, AnchorKeys.Type(name), name, found.Name);
    }

    private void ReportUnknown(string name, PageModel page, TypeEntry placeholder, string? suggestion)
    {
        placeholder.Suggestion ??= suggestion ?? Suggestion.For(TypeIndex.LastPart(name), _names.Value);
        _journal?.Unknown.Add((name, page, placeholder.ClassName));
        if (!_reported.Add((page.Path, placeholder.ClassName, Rules.UnknownType.Id)))
            return;
        _linker.Report(Rules.UnknownType, page.Path, AnchorKeys.Type(name), name, placeholder.Suggestion, placeholder.ClassName);
    }

    private void Emit(TypeEntry entry)
    {
        if (entry.Enum is { } definition)
        {
            _files.Add(entry.ClassName, entry.Page.Path, TypeOf(definition, entry), owns: true);
            return;
        }

        _files.Add(entry.ClassName, entry.Page.Path, entry.Resource is { } resource ? TypeOf(resource, entry) : ToType(entry), owns: !entry.IsPlaceholder);
    }

    /// <summary>The type of an enum: that of last time where it has the same name and place.</summary>
    private static EnumType TypeOf(EnumDefinition definition, TypeEntry entry)
    {
        var origin = new DocOrigin(entry.Page.Path, definition.Heading);
        if (Enums.Of(definition) is { } known && known.Name == entry.ClassName && known.ODataName == entry.Name && known.Origins[0] == origin)
            return known;
        EnumType type = ToEnum(entry.ClassName, definition.IsFlags, definition.Members, definition.Summary, origin, entry.Name);
        Enums.Set(definition, type);
        return type;
    }

    /// <summary>The type of a resource: that of last time where everything it rests on is as it was.</summary>
    private StructuredType TypeOf(ResourceDefinition resource, TypeEntry entry)
    {
        TypeMemo? memo = Types.Of(resource);
        if (memo is { Parts.Length: > 0 } && IsMadeOf(entry, memo) && Repeat(memo.Journal))
            return memo.Type;
        Journal journal = StartJournal();
        StructuredType type = ToType(entry);
        EndJournal();
        // Also where it can't be repeated the very type is handed on, so that whoever asks need compare no members.
        type = memo is not null && memo.Type.Equals(type) ? memo.Type : type;
        Types.Set(resource, new TypeMemo(journal.IsRepeatable ? [.. PartsOf(entry)] : [], journal, type));
        return type;
    }

    private bool IsMadeOf(TypeEntry entry, TypeMemo memo) =>
        ChangesSince(memo.Journal.Basis).Spare(entry.ClassName) || PartsOf(entry).SequenceEqual(memo.Parts);

    /// <summary>What a type is made of, apart from what it asks about others.</summary>
    private static IEnumerable<object> PartsOf(TypeEntry entry)
    {
        yield return entry.Page;
        foreach (DocOrigin origin in entry.Origins)
            yield return origin;
        foreach (TypeEntry part in entry.WithBases)
        {
            yield return part.ClassName;
            foreach (MemberDefinition member in part.Members)
                yield return member;
        }

        foreach (TypeEntry derived in entry.Derived)
        {
            yield return derived.Name;
            yield return derived.ClassName;
        }
    }

    private StructuredType ToType(TypeEntry entry)
    {
        var scope = new NameScope(ReservedNames.ResourceMembers, entry.ClassName);
        foreach (MemberDefinition member in entry.Bases.SelectMany(ancestor => ancestor.Members))
            scope.TryClaim(Identifiers.Annotation(member.Name));

        IEnumerable<Property> properties = entry.Members
            .Where(m => entry.Base?.MemberOf(m.Name) is null)
            .OrderBy(m => m.Name, StringComparer.Ordinal)
            .Select(m => ToProperty(entry, m, scope));
        return new StructuredType(
            entry.Name,
            entry.ClassName,
            entry.Base?.ClassName,
            entry.Resource?.IsAbstract ?? false,
            entry.Resource?.IsOpen ?? true,
            entry.IsPlaceholder,
            properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(),
            entry.Derived.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new DerivedType(d.Name, d.ClassName)).ToEquatableArray(),
            entry.Resource?.Summary,
            entry.Origins.ToEquatableArray(),
            entry.Resource?.Deprecation);
    }

    private Property ToProperty(TypeEntry entry, MemberDefinition member, NameScope scope)
    {
        string wanted = Identifiers.Annotation(member.Name);
        string name = scope.Claim(wanted, "Value");
        if (name != wanted && !name.Equals(entry.ClassName + "Value", StringComparison.Ordinal))
            ReportClash(entry, member, wanted, name);
        TypeRef type = member.Type.Kind == TypeKind.String && MemberValues(entry, member) is { IsEmpty: false } values
            ? EnumOf(entry.ClassName, entry.Page, entry.ClassName, wanted, member, values, entry.Resource?.Heading)
            : Resolve(member.Type, entry.Page, entry.ClassName, wanted);
        return new Property(member.Name, name, type, member.Summary, member.Deprecation, member.Presence);
    }

    private void ReportClash(TypeEntry entry, MemberDefinition member, string wanted, string name)
    {
        if (_journal is { } journal)
            journal.IsRepeatable = false;
        _linker.Report(Rules.NameClash, entry.Page.Path, AnchorKeys.Resource(entry.Name), member.Name, entry.Name, wanted, name);
    }

    /// <summary>The values that make a string an enum: a table named after the member, or alternatives in the JSON.</summary>
    private static EquatableArray<EnumMemberDefinition> MemberValues(TypeEntry entry, MemberDefinition member)
    {
        EnumDefinition? table = entry.Page.Enums.FirstOrDefault(e => e.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase));
        return table?.Members ?? member.Values;
    }

    private string AddShape(Shape shape, PageModel page, string owner, string member)
    {
        string name = ClaimClass(owner + member, "Shape");
        var scope = new NameScope(ReservedNames.ResourceMembers, name);
        List<Property> properties = [];
        foreach (MemberDefinition m in shape.Members.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            string wanted = Identifiers.Annotation(m.Name);
            properties.Add(new Property(m.Name, scope.Claim(wanted, "Value"), Resolve(m.Type, page, name, wanted), m.Summary));
        }

        _shapeFiles.TryGetValue(owner, out string? file);
        file ??= owner;
        _shapeFiles[name] = file;
        var type = new StructuredType(
            null, name, null, IsAbstract: false, IsOpen: true, IsPlaceholder: false,
            properties.OrderBy(p => p.Name, StringComparer.Ordinal).ToEquatableArray(), default, null,
            EquatableArray.Of(new DocOrigin(page.Path, null)));
        _files.Add(file, page.Path, type, owns: false);
        _journal?.Types.Add((file, page.Path, type));
        return name;
    }

    /// <summary>Says that shapes named after <paramref name="owner"/> belong into <paramref name="file"/>.</summary>
    public void PlaceShapes(string owner, string file) => _shapeFiles[owner] = file;

    private static EnumType ToEnum(string name, bool isFlags, EquatableArray<EnumMemberDefinition> members, DocText? summary, DocOrigin origin, string? docName = null)
    {
        var scope = new NameScope(ReservedNames.EnumMembers, name);
        return new EnumType(
            name, isFlags,
            members.Select(m => new EnumMember(m.Value, scope.Claim(Identifiers.Pascal(m.Value, "Empty"), "Value"), m.Summary)).ToEquatableArray(),
            summary, EquatableArray.Of(origin), docName);
    }

    /// <summary>From here on everything that is asked and left is written down.</summary>
    public Journal StartJournal()
    {
        // Shapes go where what is linked now goes: what was linked before it may have been remembered, and have said nothing.
        _shapeFiles.Clear();
        return _journal = new Journal(_basis);
    }

    public void EndJournal()
    {
        _journal!.Answers = [.. _asked];
        if (_journal.Unknown.Count > 0)
            _journal.Basis = new Basis(_basis.Facts, _journal.Unknown.Select(unknown => _byClass[unknown.ClassName].Suggestion!).ToEquatableArray());
        _asked.Clear();
        _journal = null;
    }

    /// <summary>Leaves everything once more that a journal says was left, if every answer in it is still right; else nothing.</summary>
    public bool Repeat(Journal journal)
    {
        Basis basis = journal.Basis;
        TypeChanges changes = ChangesSince(basis);
        foreach (KeyValuePair<Question, Answer> asked in journal.Answers)
        {
            if (!changes.Spare(asked.Key) && AnswerTo(asked.Key).Lasting() != asked.Value)
                return false;
        }

        foreach ((string name, _, string className) in journal.Unknown)
        {
            if (!IsToBeHad(name, className))
                return false;
        }

        for (int i = 0; i < journal.Claims.Count; i++)
        {
            (string wanted, string suffix, string expected) = journal.Claims[i];
            string got = _classNames.Claim(wanted, suffix);
            if (got == expected)
                continue;
            _classNames.Release(got);
            foreach ((_, _, string claimed) in journal.Claims.Take(i))
                _classNames.Release(claimed);
            return false;
        }

        foreach ((string name, PageModel page, string? linked) in journal.Aliases)
            Find(name, page, linked);
        string[] suggestions = new string[journal.Unknown.Count];
        for (int i = 0; i < suggestions.Length; i++)
        {
            (string name, PageModel page, _) = journal.Unknown[i];
            suggestions[i] = Find(name, page, suggestion: changes.AreLocal ? basis.Suggestions[i] : null).Suggestion!;
        }

        foreach ((string file, string page, StructuredType type) in journal.Types)
            _files.Add(file, page, type, owns: false);
        foreach ((string file, string page, EnumType type) in journal.Enums)
            _files.Add(file, page, type);
        journal.Basis = suggestions.Length == 0 ? _basis : new Basis(_basis.Facts, suggestions.ToEquatableArray());
        return true;
    }

    /// <summary>Whether every type goes by the names that it went by.</summary>
    public bool HasNamesOf(Journal journal) => ChangesSince(journal.Basis).AreLocal;

    private TypeChanges ChangesSince(Basis basis)
    {
        if (basis.Earlier is not { } earlier)
            return TypeChanges.Everything;
        if (!_changes.TryGetValue(earlier, out TypeChanges? changes))
            _changes.Add(earlier, changes = _facts.ChangesSince(earlier));
        return changes;
    }

    /// <summary>Whether asking for what no page defines leads to the placeholder <paramref name="className"/>.</summary>
    private bool IsToBeHad(string name, string className) =>
        _types.Lookup(name, out _) is { } known ? known.ClassName == className : ClassName(TypeIndex.LastPart(name)) == className && _classNames.IsFree(className);

    private Answer Ask(Question question)
    {
        Answer answer = AnswerTo(question);
        if (_journal is not null)
            _asked[question] = answer.Lasting();
        return answer;
    }

    private Answer AnswerTo(Question question) => question.Kind switch
    {
        QuestionKind.Name => Known(question.Subject, question.Detail),
        QuestionKind.HasMember => new Answer(null, IsTrue: Class(question.Subject)?.MemberOf(question.Detail!) is not null),
        QuestionKind.Member => new Answer(null, Member: Class(question.Subject)?.MemberOf(question.Detail!)),
        QuestionKind.IsAncestor => new Answer(null, IsTrue: Class(question.Subject) is { } entry && entry.WithBases.Any(e => e.ClassName == question.Detail)),
        QuestionKind.Object => new Answer(_evidence.Unnamed(question.Subject, question.Detail!.Split('\n'))?.ClassName),
        QuestionKind.Word => new Answer(null, IsTrue: IsWord(question.Subject, question.Detail!)),
        QuestionKind.Job => new Answer(JobType(question.Subject)?.ClassName),
        QuestionKind.Method => Listed(question.Subject),
        QuestionKind.CommonBase => new Answer(CommonBase([.. question.Subject.Split(' ').Select(Class)])?.ClassName),
        _ => new Answer(_evidence.EnumOf(question.Subject, question.Values)?.ClassName),
    };

    private bool IsWord(string name, string linked) =>
        _types.Lookup(name, out _) is null or { IsPlaceholder: true } && _pages.Value.TryGetValue(linked, out PageModel? page) && page.Resources.IsEmpty && page.Enums.IsEmpty;

    private TypeEntry? JobType(string page)
    {
        DocType? job = _pages.Value.TryGetValue(page, out PageModel? found)
            ? found.Operations.Where(o => o.HttpMethod == "GET").SelectMany(o => o.Responses).Select(r => r.Body).FirstOrDefault(b => b is { IsNamed: true, Rank: 0 })
            : null;
        return job is not null && _types.Lookup(job.Name!, out _) is { Resource: not null } entry ? entry : null;
    }

    private Answer Listed(string page)
    {
        if (!_methods.Value.TryGetValue(page, out List<MethodDefinition>? rows))
            return default;
        string? common = null;
        for (int i = 0; i < rows.Count; i++)
        {
            Answer known = rows[i].Returns is { } type ? Known(type.Name!, type.Page) : default;
            string? resource = known.IsResource ? known.ClassName : null;
            bool isUnclear = !rows[i].IsClear || rows[i].Returns is { Rank: > 0 } || (rows[i].Returns is { Page: not null } && resource is null);
            if (isUnclear || (i > 0 && resource != common))
                return default;
            common = resource;
        }

        return new Answer(common, IsTrue: true);
    }

    private static Dictionary<string, List<MethodDefinition>> ByMethod(PageModel[] pages)
    {
        var methods = new Dictionary<string, List<MethodDefinition>>(StringComparer.OrdinalIgnoreCase);
        foreach (MethodDefinition method in pages.SelectMany(p => p.Methods))
        {
            if (!methods.TryGetValue(method.Page, out List<MethodDefinition>? rows))
                methods.Add(method.Page, rows = []);
            rows.Add(method);
        }

        return methods;
    }

    private Answer Known(string name, string? linked)
    {
        TypeEntry? known = _types.Lookup(name, out bool byAlias);
        if (known is null or { IsPlaceholder: true } && linked is not null && _types.OnlyOf(linked) is { } only)
        {
            // The page that the name links to defines one resource: that is what is meant, whatever it is called here.
            known = only;
            byAlias = true;
        }

        return known is null
            ? default
            : new Answer(known.ClassName, IsEnum: known.Enum is not null, IsResource: known.Resource is not null, ByAlias: byAlias, IsPlaceholder: known.IsPlaceholder);
    }

    private TypeEntry? Class(string name) => _byClass.TryGetValue(name, out TypeEntry? entry) ? entry : null;
}
