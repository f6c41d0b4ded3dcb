using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A linked doc set: the files to emit (each belongs to one page), the client, and the findings.</summary>
internal sealed class LinkedApi(
    ApiClientModel? client, IReadOnlyDictionary<string, EquatableArray<ApiFile>> filesByPage,
    EquatableArray<LinkFinding> findings)
{
    /// <summary>The client, or null if no page has an operation.</summary>
    public ApiClientModel? Client { get; } = client;

    public EquatableArray<LinkFinding> Findings { get; } = findings;

    private readonly Lazy<HashSet<string>> _hintNames = new(
        () => new HashSet<string>(filesByPage.Values.SelectMany(files => files).Select(file => file.HintName),
            StringComparer.Ordinal));

    public IEnumerable<ApiFile> Files => filesByPage.Values.SelectMany(files => files);

    public int OperationCount => Files.Sum(file => file.Operations?.Operations.Count ?? 0);

    /// <summary>
    /// The types that users of the client may serialize as JSON; null if there is no client or no type.
    /// </summary>
    public ClientTypes? Types
    {
        get
        {
            ApiFile[] files = [.. Files];
            var types = new ClientTypes(
                Client?.Settings ?? new ApiSettings("", "", ""),
                Sorted(files.SelectMany(file => file.Types).Select(type => type.Name)),
                Sorted(files.SelectMany(file => file.Enums).Select(type => type.Name)));
            return Client is null || types.Resources.Count + types.Enums.Count == 0 ? null : types;
        }
    }

    /// <summary>Returns the API reduced to the selected operations and types.</summary>
    public LinkedApi Selected(Selection? selection, LinkCache cache)
    {
        if (selection is null)
            return this;
        IReadOnlyDictionary<string, EquatableArray<ApiFile>> left = selection.Apply(filesByPage, cache);
        var groups = new HashSet<string>(
            left.Values.SelectMany(files => files).Select(file => file.Operations?.ClassName ?? ""),
            StringComparer.Ordinal);
        ClientMember[] members = [.. (Client?.Groups ?? default).Where(group => groups.Contains(group.ClassName))];
        return new LinkedApi(
            members.Length == 0 ? null : Client! with { Groups = members.ToEquatableArray() }, left, Findings);
    }

    /// <summary>Returns a copy with more findings.</summary>
    public LinkedApi With(IEnumerable<LinkFinding> more) =>
        new(Client, filesByPage, Findings.Concat(more).ToEquatableArray());

    /// <summary>Returns a copy with new names in its files.</summary>
    /// <param name="renamed">Renames a file, except for its operations.</param>
    /// <param name="groups">Each group of operations with its file name, and the name of an existing file. The group
    /// belongs to the page of that file.</param>
    public LinkedApi With(
        ApiClientModel? client, Func<ApiFile, ApiFile> renamed,
        IEnumerable<((string Beside, string HintName) File, OperationGroup Group)> groups)
    {
        Dictionary<string, OperationGroup> byFile = new(StringComparer.Ordinal);
        ILookup<string, (string HintName, OperationGroup Group)> beside = groups.ToLookup(one => one.File.Beside,
            one => (one.File.HintName, one.Group), StringComparer.Ordinal);
        foreach ((string hintName, OperationGroup group) in beside.SelectMany(all => all))
            byFile.Add(hintName, group);
        IEnumerable<ApiFile> Files(ApiFile file)
        {
            yield return byFile.TryGetValue(file.HintName, out OperationGroup? group)
                ? renamed(file) with { Operations = group }
                : renamed(file);
            foreach ((string hintName,
                OperationGroup own) in beside[file.HintName].Where(one => !_hintNames.Value.Contains(one.HintName)))
                yield return new ApiFile(hintName, file.Settings, default, default, own);
        }

        return new LinkedApi(client,
            filesByPage.ToDictionary(page => page.Key, page => page.Value.SelectMany(Files).ToEquatableArray(),
                StringComparer.Ordinal), Findings);
    }

    /// <summary>Returns a copy with examples in the docs of operations.</summary>
    /// <param name="examples">C# statements, by the operation's request class.</param>
    public LinkedApi WithExamples(IReadOnlyDictionary<string, string> examples) => new(
        Client,
        filesByPage.ToDictionary(page => page.Key,
            page => page.Value.Select(file => WithExamples(file, examples)).ToEquatableArray(), StringComparer.Ordinal),
        Findings);

    private static ApiFile WithExamples(ApiFile file, IReadOnlyDictionary<string, string> examples) =>
        file.Operations is not { } group ? file : file with
        {
            Operations = group with
            {
                Operations = group.Operations
                .Select(operation => examples.TryGetValue(operation.RequestClass, out string? example)
                ? operation with { Docs = operation.Docs with { Example = example } } : operation).ToEquatableArray(),
            },
        };

    /// <summary>
    /// Returns the files of <paramref name="page"/>. Each file belongs to one page, so an edit of another page does not
    /// change the file.
    /// </summary>
    public EquatableArray<ApiFile> FilesOf(string page) =>
        filesByPage.TryGetValue(page, out EquatableArray<ApiFile> files) ? files : default;

    private static EquatableArray<string> Sorted(IEnumerable<string> names)
    {
        string[] sorted = [.. names];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted.ToEquatableArray();
    }
}
