using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Results of linking one doc set, for reuse by the next run. A result is reused only if its inputs are equal.
/// </summary>
internal sealed class LinkCache
{
    private readonly NameSet.Cache _names = new();
    private readonly Cached<PageModel, PageTypes> _pageTypes = new(PageTypes.Of);
    private readonly Cached<EquatableArray<EquatableArray<MethodDefinition>>, MethodTable> _methods = new(
        rows => new MethodTable(rows.SelectMany(row => row)));
    private readonly Cached<EquatableArray<MemberTable>, MemberTypes> _memberTypes = new(MemberTypes.Of);
    private readonly Cached<EquatableArray<string>, PagePlaces> _places = new(paths => new PagePlaces(paths));
    private readonly Cached<EquatableArray<PageModel>, AddressedTypes> _addressed = new(
        pages => new AddressedTypes(pages));
    private readonly Cached<(string? Configured, EquatableArray<PageModel> Pages), ServiceRoots> _roots = new(
        ServiceRoots.Of);
    private readonly Cached<EquatableArray<string>, WordList> _typeNames = new(names => new WordList(names));
    private readonly Cached<(string Name, WordList Names), string> _suggestions = new(
        misspelt => Suggestion.For(misspelt.Name, misspelt.Names));

    /// <summary>Types that several pages define, by name.</summary>
    public Cached<TypeBuilder, TypeDefinition> Built { get; } = new(builder => builder.Build());

    /// <summary>Pages in which types replaced the type words of other languages, by path.</summary>
    public Cached<PageModel, TypeWord, DocType?, TranslatedPage> Translated { get; } = new();

    /// <summary>Plain pages with paths relative to the service root, by path.</summary>
    public Cached<(PageModel Page, string Root), PageModel> Relative { get; } = new(RelativePages.Of);

    /// <summary>The groups of operations, before they are linked.</summary>
    public Cached<(EquatableArray<PageModel> Pages,
        string ClientName), SymbolKey, SymbolValue, OperationGroups> Gathered
    { get; } = new();

    /// <summary>The linked operations of each group, by resource name.</summary>
    public Cached<OperationGroupDraft, SymbolKey, SymbolValue,
        LinkedPart<EquatableArray<Operation>>> Groups
    { get; } = new();

    /// <summary>Resources, by class.</summary>
    public Cached<TypeSymbol, SymbolKey, SymbolValue, LinkedPart<StructuredType>> Resources { get; } = new();

    /// <summary>Enums, by class.</summary>
    public Cached<TypeSymbol, EnumType> Enums { get; } = new(EnumTypes.Of);

    /// <summary>Types without the derived types that a selection excludes, by class.</summary>
    public Cached<(StructuredType Type, EquatableArray<DerivedType> Derived), StructuredType> Trimmed { get; } = new(
        trimmed => trimmed.Type with { Derived = trimmed.Derived });

    /// <summary>Groups reduced to the selected operations, by class.</summary>
    public Cached<(OperationGroup Group, Selection Selection), OperationGroup> Selected { get; } = new(
        selected => selected.Selection.Of(selected.Group));

    public PageTypes TypesOf(PageModel page) => _pageTypes.Get(page.Path, page);

    public MemberTypes MemberTypesOf(EquatableArray<MemberTable> tables) => _memberTypes.Get("", tables);

    public PagePlaces PlacesOf(PageModel[] pages) =>
        _places.Get("", pages.Select(page => page.Path).ToEquatableArray());

    public MethodTable MethodsOf(PageModel[] pages) =>
        _methods.Get("", pages.Select(page => page.Methods).ToEquatableArray());

    public AddressedTypes AddressedIn(PageModel[] pages) => _addressed.Get("", WithOperations(pages));

    public OperationGroups GroupsOf(PageModel[] pages, string clientName, AddressedTypes addressed,
        Func<SymbolKey, SymbolValue> symbols) =>
        Gathered.Get("", (WithOperations(pages), clientName), symbols,
            (calling, read) => OperationGroups.Of(calling, addressed, read));

    private static EquatableArray<PageModel> WithOperations(PageModel[] pages) =>
        pages.Where(page => !page.Operations.IsEmpty || !page.LooseCalls.IsEmpty).ToEquatableArray();

    public ServiceRoots RootsOf(string? configured, PageModel[] pages) =>
        _roots.Get("", (configured,
            pages.Where(page => !page.ServiceRoots.IsEmpty || !page.StatedRoots.IsEmpty || page.IsPlain)
                .ToEquatableArray()));

    /// <summary>Suggests a documented type for a name that no page defines.</summary>
    public string SuggestionFor(string name, IReadOnlyList<TypeSymbol> types) =>
        _suggestions.Get(name, (name,
            _typeNames.Get("", types.Select(type => type.Definition.LastPart).ToEquatableArray())));

    /// <summary>Drops the results of removed pages, groups and types.</summary>
    public void KeepOnly(PageModel[] pages, IEnumerable<string> groups, IEnumerable<string> groupClasses,
        IReadOnlyList<TypeSymbol> types, IEnumerable<string> unknown)
    {
        NameSet paths = _names.Of("page", pages.Select(page => page.Path));
        _pageTypes.KeepOnly(paths);
        Translated.KeepOnly(paths);
        Relative.KeepOnly(paths);
        Groups.KeepOnly(_names.Of("group", groups));
        Selected.KeepOnly(_names.Of("group class", groupClasses));
        Built.KeepOnly(_names.Of("type", types.Select(type => type.Definition.Name)));
        NameSet classes = _names.Of("class", types.Select(type => type.ClassName));
        Resources.KeepOnly(classes);
        Enums.KeepOnly(classes);
        Trimmed.KeepOnly(classes);
        _suggestions.KeepOnly(_names.Of("unknown", unknown));
    }
}
