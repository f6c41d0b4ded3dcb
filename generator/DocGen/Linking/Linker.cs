using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Links the pages of one doc set in stages. Each stage uses the results of earlier stages. The run time is linear in
/// the size of the docs. Pages are sorted by path, so their input order does not matter.
/// </summary>
internal static class Linker
{
    /// <param name="serviceRoot">The root that the project sets, or null for the root that most pages use.</param>
    /// <param name="cache">Results of earlier runs for the set. They make linking faster and do not change the
    /// result.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LinkedApi Link(
        ApiSettings settings, string? serviceRoot, IEnumerable<PageModel> pages, LinkCache? cache = null,
        CancellationToken cancellation = default)
    {
        cache ??= new LinkCache();
        PageModel[] sorted = [.. pages];
        Ordinal.Sort(sorted, p => p.Path);

        // Translate type words of other languages, make paths relative to the service root, and index the defined
        // types.
        TranslatedPages translated = TranslatedPages.Of(sorted, cache);
        sorted = RelativePages.Of(translated.Pages, cache);
        TypeIndex index = TypeIndex.Of(sorted, cache);
        ClassNames names = ClassNames.Of(index, settings);

        // Link base types, and add members that are only in examples.
        TypeHierarchy hierarchy = BaseLinker.Link(index);
        MemberTypes memberTypes = cache.MemberTypesOf(hierarchy.Members);
        ExampleEvidence evidence = ExampleEvidence.Of(hierarchy, memberTypes, sorted);

        // The documented types are now final. First the groups and then the types are linked. Each of them reads the
        // documented types and the class names that are already reserved.
        AddressedTypes addressed = cache.AddressedIn(sorted);
        var symbols = new SymbolTable(sorted, hierarchy, memberTypes, evidence, addressed, names.OfTypes, cache);
        OperationGroups groups = cache.GroupsOf(sorted, settings.ClientName, addressed, symbols.ValueOf);
        var files = new LinkedFiles(settings, names);
        SymbolValue ValueOf(SymbolKey key) => ClassNames.Answers(key.Kind) ? names.ValueOf(key) : symbols.ValueOf(key);
        foreach (KeyValuePair<string, OperationGroupDraft> group in groups.Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(group.Value, cache.Groups.Get(group.Key, group.Value, ValueOf, OperationLinker.Link));
        }

        foreach (TypeSymbol type in symbols.Types)
        {
            cancellation.ThrowIfCancellationRequested();
            if (type.IsEnum)
                files.Add(type, cache.Enums.Get(type.ClassName, type));
            else
                files.Add(type, cache.Resources.Get(type.ClassName, type, ValueOf, ResourceLinker.Link));
        }

        files.AddPlaceholders();
        cache.KeepOnly(sorted, groups.Groups.Keys, files.GroupClasses, symbols.Types,
            files.Unknown.Select(unknown => TypeIndex.LastPart(unknown.Name)));
        ServiceRoots roots = cache.RootsOf(serviceRoot, sorted);
        LinkFinding[] findings =
        [
            .. translated.Findings, .. index.Findings, .. hierarchy.Findings, .. evidence.Findings, .. groups.Findings,
            .. files.Findings,
            .. UnknownTypes(files.Unknown, symbols, cache), .. roots.Findings,
        ];
        return files.ToApi(roots.Root, findings.Distinct().ToEquatableArray());
    }

    /// <summary>Returns one finding for each page and each undefined type that the page mentions.</summary>
    private static IEnumerable<LinkFinding> UnknownTypes(IReadOnlyList<UnknownName> unknown, SymbolTable symbols,
        LinkCache cache)
    {
        var reported = new HashSet<(string Page, string ClassName)>();
        foreach (UnknownName name in unknown.Where(name => reported.Add((name.Page, name.ClassName))))
        {
            yield return LinkFindings.Of(
                Rules.UnknownType, name.Page, AnchorKeys.Type(name.Name), name.Name,
                cache.SuggestionFor(TypeIndex.LastPart(name.Name), symbols.Types), name.ClassName);
        }
    }
}
