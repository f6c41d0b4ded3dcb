using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>What the linking of operations asks about types. Its answer depends on nothing else.</summary>
internal enum QuestionKind
{
    /// <summary>What <c>Subject</c> names; <c>Detail</c> is the page it links to.</summary>
    Name,

    /// <summary>Whether the class <c>Subject</c>, or a base of it, has the member <c>Detail</c>.</summary>
    HasMember,

    /// <summary>That member, as a page defines it.</summary>
    Member,

    /// <summary>Whether the class <c>Subject</c> inherits from the class <c>Detail</c>.</summary>
    IsAncestor,

    /// <summary>The nearest class that all of <c>Subject</c>'s, with spaces between them, are.</summary>
    CommonBase,

    /// <summary>The resource that an unnamed object is: the member <c>Subject</c>, with the members that <c>Detail</c> lists a line each.</summary>
    Object,

    /// <summary>Whether <c>Subject</c>, which links to the page <c>Detail</c>, is no type.</summary>
    Word,

    /// <summary>The resource that the page <c>Subject</c> gets.</summary>
    Job,

    /// <summary>What the tables of methods say that the page <c>Subject</c> returns.</summary>
    Method,

    /// <summary>The documented enum of the values, for a member called <c>Subject</c>.</summary>
    Enum,
}

internal readonly record struct Question(QuestionKind Kind, string Subject, string? Detail = null, EquatableArray<EnumMemberDefinition> Values = default);

/// <param name="ClassName">The emitted class or enum, or null where there is none.</param>
internal readonly record struct Answer(
    string? ClassName, bool IsTrue = false, bool IsEnum = false, bool IsResource = false, bool ByAlias = false, bool IsPlaceholder = false,
    MemberDefinition? Member = null)
{
    /// <summary>The answer without what others asked before: the first to ask for what no page defines finds nothing, the next a placeholder.</summary>
    public Answer Lasting() => IsPlaceholder ? default : this;
}

/// <summary>What a group of operations is called.</summary>
/// <param name="Singular">In Pascal case: DriveItem, for classes and the file.</param>
/// <param name="Plural">For the client's property.</param>
internal sealed record GroupName(string Singular, string Plural);

/// <summary>
/// What linking one group of operations came to, and everything that rests on: so that an edit elsewhere in the docs costs
/// this group no more than asking its questions again.
/// </summary>
internal sealed class LinkMemo
{
    private static readonly Memo<OperationDefinition, LinkMemo> Memos = new();

    private readonly GroupName _name;
    private readonly OperationDraft[] _drafts;
    private readonly Journal _journal;
    private readonly EquatableArray<Operation> _operations;

    private LinkMemo(GroupName name, List<OperationDraft> drafts, Journal journal, EquatableArray<Operation> operations)
    {
        _name = name;
        _drafts = [.. drafts];
        _journal = journal;
        _operations = operations;
    }

    /// <summary>What was remembered of a group that is made of the very same parts; null where it is not.</summary>
    public static LinkMemo? Of(List<OperationDraft> drafts) => Memos.Of(KeyOf(drafts)) is { } memo && memo.IsOf(drafts) ? memo : null;

    /// <summary>The group's name, where no type has come or gone that could spell it.</summary>
    public GroupName? NameFor(TypeTable types) => types.HasNamesOf(_journal) ? _name : null;

    /// <summary>The operations of a group: those of last time where everything they rest on is as it was.</summary>
    public static EquatableArray<Operation> Link(
        LinkMemo? memo, TypeTable types, GroupName name, List<OperationDraft> drafts, Func<EquatableArray<Operation>> link)
    {
        if (memo is not null && memo._name.Singular == name.Singular && types.Repeat(memo._journal))
            return memo._operations;
        Journal journal = types.StartJournal();
        EquatableArray<Operation> operations = link();
        types.EndJournal();
        // What was remembered while another of them was the first would never be looked at again.
        foreach (OperationDraft draft in drafts)
            Memos.Set(draft.Parts[0].Operation, null);
        Memos.Set(KeyOf(drafts), journal.IsRepeatable ? new LinkMemo(name, drafts, journal, operations) : null);
        return operations;
    }

    private static OperationDefinition KeyOf(List<OperationDraft> drafts) => drafts[0].Parts[0].Operation;

    private bool IsOf(List<OperationDraft> drafts)
    {
        if (_drafts.Length != drafts.Count)
            return false;
        for (int i = 0; i < _drafts.Length; i++)
        {
            if (!_drafts[i].IsSame(drafts[i]))
                return false;
        }

        return true;
    }
}

/// <summary>What a resource's type came to.</summary>
/// <param name="Parts">What it is made of; nothing where it can't be repeated.</param>
internal sealed record TypeMemo(object[] Parts, Journal Journal, StructuredType Type);

/// <summary>What a journal was last right by.</summary>
/// <param name="Facts">
/// What the pages defined then. Weak, and kept by who has the newest link: a journal that is never looked at again would keep the pages of
/// its time, and by their journals those before.
/// </param>
/// <param name="Suggestions">What each of the journal's unknown names may have been meant to be.</param>
internal sealed record Basis(WeakReference<TypeFacts> Facts, EquatableArray<string> Suggestions = default)
{
    public TypeFacts? Earlier => Facts.TryGetTarget(out TypeFacts? facts) ? facts : null;
}

/// <summary>What was asked of a <see cref="TypeTable"/>, and what was left there.</summary>
internal sealed class Journal(Basis basis)
{
    /// <summary>What the answers were last right by. Two links may set it at once: each is true.</summary>
    public Basis Basis { get; set; } = basis;

    public KeyValuePair<Question, Answer>[] Answers { get; set; } = [];

    /// <summary>Names for classes, and the ones that were to be had.</summary>
    public List<(string Wanted, string Suffix, string Got)> Claims { get; } = [];

    public List<(string File, string Page, StructuredType Type)> Types { get; } = [];

    public List<(string File, string Page, EnumType Type)> Enums { get; } = [];

    /// <summary>Names that stand for a type by alias, which is reported on the page.</summary>
    public List<(string Name, PageModel Page, string? Linked)> Aliases { get; } = [];

    /// <summary>Names that no page defines, which is reported on the page, and the placeholders for them.</summary>
    public List<(string Name, PageModel Page, string ClassName)> Unknown { get; } = [];

    /// <summary>Nothing was left that others have a part in.</summary>
    public bool IsRepeatable { get; set; } = true;
}

/// <summary>An operation while pages are gathered: several pages may show the same one.</summary>
internal sealed class OperationDraft(PageModel page, OperationDefinition operation, string method)
{
    public PageModel Page { get; } = page;

    public OperationDefinition Operation { get; private set; } = operation;

    public string Method { get; } = method;

    /// <summary>The operation as each page shows it.</summary>
    public List<(PageModel Page, OperationDefinition Operation)> Parts { get; } = new(1) { (page, operation) };

    public IEnumerable<DocOrigin> Origins => Parts.Select(part => new DocOrigin(part.Page.Path, part.Operation.Heading));

    public void Merge(PageModel other, OperationDefinition more)
    {
        Parts.Add((other, more));
        var shapes = new HashSet<string>(Operation.Urls.Select(OperationNamer.Shape), StringComparer.OrdinalIgnoreCase);
        EquatableArray<DocUrl> urls = Operation.Urls.Concat(more.Urls.Where(u => shapes.Add(OperationNamer.Shape(u)))).ToEquatableArray();
        shapes.UnionWith(Operation.Usages.Select(UsageShape));
        Operation = Operation with
        {
            Urls = urls,
            Usages = Operation.Usages.Concat(more.Usages.Where(u => shapes.Add(UsageShape(u)))).ToEquatableArray(),
            Name = Operation.Name with { InUrl = Operation.Name.InUrl ?? more.Name.InUrl },
        };
    }

    private static string UsageShape(string usage) => OperationNamer.Shape(usage.Split('?')[0]);

    /// <summary>Of the very pages, as they were read, that another draft is of.</summary>
    public bool IsSame(OperationDraft other)
    {
        if (Method != other.Method || Parts.Count != other.Parts.Count)
            return false;
        for (int i = 0; i < Parts.Count; i++)
        {
            if (!ReferenceEquals(Parts[i].Page, other.Parts[i].Page) || !ReferenceEquals(Parts[i].Operation, other.Parts[i].Operation))
                return false;
        }

        return true;
    }
}
