using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// Links the pages of one doc set, in stages that each compute a result of their own from the results before. It is
/// linear in what the pages say. The order in which pages are given does not matter, because they are taken in the
/// ordinal order of their paths.
/// </summary>
internal static class Linker
{
    /// <param name="serviceRoot">The root that the project sets, or null for the one that most pages call.</param>
    /// <param name="cache">Results of earlier links of the set. They change what a link costs, and nothing of its
    /// result.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static LinkedApi Link(
        ApiSettings settings, string? serviceRoot, IEnumerable<PageModel> pages, LinkCache? cache = null,
        CancellationToken cancellation = default)
    {
        cache ??= new LinkCache();
        PageModel[] sorted = [.. pages];
        Ordinal.Sort(sorted, p => p.Path);

        // What words of other languages mean, where paths begin, then what pages define, by name.
        TranslatedPages translated = TranslatedPages.Of(sorted, cache);
        sorted = RelativePages.Of(translated.Pages, cache);
        TypeIndex index = TypeIndex.Of(sorted, cache);
        ClassNames names = ClassNames.Of(index, settings);

        // What a type inherits, and which members examples alone show.
        TypeHierarchy hierarchy = BaseLinker.Link(index);
        MemberTypes memberTypes = cache.MemberTypesOf(hierarchy.Members);
        ExampleEvidence evidence = ExampleEvidence.Of(hierarchy, memberTypes, sorted);

        // From here on the documented types are decided. Groups, then types, each read them and the names that were
        // taken before.
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

    /// <summary>A finding for each placeholder on each page that mentions it.</summary>
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
