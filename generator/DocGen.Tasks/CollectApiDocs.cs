using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Converts the <c>ApiDoc</c> items of a project to additional files for the generator, and sets all defaults. Reports
/// configuration mistakes.
/// </summary>
public sealed class CollectApiDocs : ITask
{
    private static readonly Version MinimumLangVersion = new(12, 0);

    /// <inheritdoc />
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc />
    public ITaskHost? HostObject { get; set; }

    /// <summary>The docs, with the metadata that <see cref="DocSet"/> lists.</summary>
    public ITaskItem[] ApiDocs { get; set; } = [];

    /// <summary>The surface files that the project names. A file for a named set has the metadata <c>Api</c>.</summary>
    public ITaskItem[] ApiSurfaces { get; set; } = [];

    /// <summary>The files that may contain items: the project first, then files that many projects import.</summary>
    public ITaskItem[] ProjectFiles { get; set; } = [];

    /// <summary>
    /// Whether the project itself references DocGen, and not only another project that it references.
    /// </summary>
    public bool IsReferencedDirectly { get; set; }

    /// <summary>The project's language. Any language other than <c>C#</c> is an error.</summary>
    public string Language { get; set; } = "";

    /// <summary>The project's C# version, a number or a word such as <c>latest</c>.</summary>
    public string LangVersion { get; set; } = "";

    /// <summary>The root namespace. The default namespace follows from it.</summary>
    public string RootNamespace { get; set; } = "";

    /// <summary>The namespace of the set without a name; empty for the default.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The client's name for sets that have none; empty for the default.</summary>
    public string ClientName { get; set; } = "";

    /// <summary>The service root for sets that have none; empty for the root in the docs.</summary>
    public string ServiceRoot { get; set; } = "";

    /// <summary>Patterns of the pages and operations to generate; empty for all.</summary>
    public string Include { get; set; } = "";

    /// <summary>Patterns of the pages and operations to exclude.</summary>
    public string Exclude { get; set; } = "";

    /// <summary>Whether to generate the docs' example responses for a test project, instead of a client.</summary>
    public bool ExamplesOnly { get; set; }

    /// <summary>Whether the comments of methods show the requests of the docs as C#.</summary>
    public bool XmlExamples { get; set; }

    /// <summary>
    /// Whether the build will write the surface files. A file that the project names may then be missing.
    /// </summary>
    public bool IsAccepting { get; set; }

    /// <summary>The docs as additional files, without duplicates.</summary>
    [Output]
    public ITaskItem[] AdditionalFiles { get; private set; } = [];

    /// <summary>The surface file of each set that has one, as additional files.</summary>
    [Output]
    public ITaskItem[] SurfaceFiles { get; private set; } = [];

    private SourcePosition Project => new(ProjectFiles[0].ItemSpec);

    /// <inheritdoc />
    public bool Execute()
    {
        var log = new ConfigurationLog(BuildEngine);
        ApiDocElement[] elements = ApiDocElement.ReadAll(ProjectFiles, "ApiDoc");
        var surfaces = new SurfaceItems(ApiSurfaces, ProjectFiles);

        ReportUnmatchedPatterns(elements, log);
        ProjectProperties.ReportMisspelt(ProjectFiles, log);
        if (ApiDocs.Length == 0)
        {
            surfaces.ReportUnused([], IsReferencedDirectly, log);
            return true;
        }

        ReportCompiler(log);
        ReportUnknownMetadata("ApiDoc", ApiDocs, elements, DocSet.MetadataNames, log);
        ReportUnknownMetadata("ApiSurface", ApiSurfaces, surfaces.Elements, SurfaceItems.MetadataNames, log);
        ReportMissingFiles(elements, log);
        ReportUnwritable(elements, log);
        AdditionalFiles = Collect(log);
        IGrouping<string, ITaskItem>[] sets = SetsOf(AdditionalFiles);
        surfaces.ReportUnused([.. sets.Select(set => set.Key)], areSharedMeant: true, log);
        SurfaceFiles = [.. surfaces.Collect(sets, mayBeAbsent: IsAccepting, log)];
        return !log.HasErrors;
    }

    private void ReportUnmatchedPatterns(ApiDocElement[] elements, ConfigurationLog log)
    {
        // A file that many projects import names docs for the projects that have docs. A project that references DocGen
        // only through another project may have none.
        bool areSharedPatternsMeant = IsReferencedDirectly || ApiDocs.Length > 0;
        string[] docs = [.. ApiDocs.Select(doc => doc.GetMetadata("FullPath"))];
        (ApiDocElement Element, FilePattern Pattern)[] unmatched =
        [
            .. from element in elements
               where areSharedPatternsMeant || element.IsInProject
               from pattern in element.Patterns
               where !docs.Any(pattern.IsMatch)
               select (element, pattern),
        ];
        foreach ((ApiDocElement element, FilePattern pattern) in unmatched)
        {
            string mismatch = pattern.DescribeMismatch("ApiDoc", "adds nothing to the client");
            log.Warning(ConfigurationLog.NothingMatches, element.Position, mismatch);
        }

        if (IsReferencedDirectly && docs.Length == 0 && unmatched.Length == 0)
        {
            log.Warning(
                ConfigurationLog.NothingMatches,
                Project,
                "The project references DocGen but has no ApiDoc items, so no client is generated. " +
                "Name the docs in the project file: <ItemGroup><ApiDoc Include=\"docs/**/*.md\" /></ItemGroup>");
        }
    }

    private void ReportCompiler(ConfigurationLog log)
    {
        if (Language != "C#")
            log.Error(ConfigurationLog.LanguageTooOld, Project,
                $"DocGen generates C#, but the language of this project is {Language}.");
        else if (ParseVersion(LangVersion) is { } version && version < MinimumLangVersion)
        {
            log.Error(
                ConfigurationLog.LanguageTooOld,
                Project,
                $"The generated client needs C# 12 or later, but this project is compiled as C# {LangVersion}. " +
                "Remove LangVersion from the project, or set it to 12 or later.");
        }
    }

    private static Version? ParseVersion(string text) =>
        Version.TryParse(text.Contains('.') ? text : text + ".0", out Version? version) ? version : null;

    private void ReportUnknownMetadata(
        string type, ITaskItem[] items, ApiDocElement[] elements, string[] known, ConfigurationLog log)
    {
        IEnumerable<string> names = items
            .SelectMany(doc => doc.CloneCustomMetadata().Keys.Cast<string>())
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase) && !DocSet.IsCommonMetadata(name))
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            // An item that is made from another item has the metadata of that item, which is not a mistake.
            ApiDocElement? origin = elements.FirstOrDefault(element => element.HasMetadata(name));
            string? nearest = Suggestion.Nearest(name, known);
            if (origin is null && nearest is null)
                continue;
            log.Warning(
                ConfigurationLog.UnknownMetadata,
                origin?.PositionOf(name) ?? Project,
                $"{type} has no metadata '{name}', so it has no effect" +
                (nearest is null
                    ? $"; use {string.Join(", ", known)}."
                    : $"; did you mean '{nearest}'?"));
        }
    }

    private void ReportMissingFiles(ApiDocElement[] elements, ConfigurationLog log)
    {
        foreach (ITaskItem doc in ApiDocs)
        {
            string path = doc.GetMetadata("FullPath");
            if (File.Exists(path))
                continue;
            SourcePosition position = elements.FirstOrDefault(element => element.Names(doc.ItemSpec))?.Position
                ?? Project;
            log.Error(
                ConfigurationLog.FileNotFound,
                position,
                Directory.Exists(path)
                    ? $"The ApiDoc '{doc.ItemSpec}' is a directory. To include its docs, write " +
                        $"'{doc.ItemSpec.TrimEnd('/', '\\')}/**/*.md'."
                    : $"The ApiDoc '{doc.ItemSpec}' does not exist.");
        }
    }

    /// <summary>
    /// Reports paths and metadata that can't be passed to the compiler. The compiler reads them from files with one
    /// value per line. In these files, some characters would end the value and begin a comment or another option.
    /// </summary>
    private void ReportUnwritable(ApiDocElement[] elements, ConfigurationLog log)
    {
        var reported = new HashSet<(string, string)>();
        foreach (ITaskItem doc in ApiDocs)
        {
            if (CompilerLine.Unwritable(doc.ItemSpec, isPath: true) is { } inPath)
            {
                log.Error(
                    ConfigurationLog.Unwritable,
                    Project,
                    $"The path of the ApiDoc '{CompilerLine.Shown(doc.ItemSpec)}' contains {inPath}, which can't be " +
                    "passed to the compiler. Rename the file, or exclude it with the Exclude attribute.");
            }

            foreach (KeyValuePair<string, string> value in DocSet.Of(doc, this).Values)
            {
                if (CompilerLine.Unwritable(value.Value) is { } inValue && reported.Add((value.Key, value.Value)))
                {
                    log.Error(
                        ConfigurationLog.Unwritable,
                        elements.FirstOrDefault(element => element.HasMetadata(value.Key))?.PositionOf(value.Key)
                            ?? Project,
                        $"The {value.Key} '{CompilerLine.Shown(value.Value)}' contains {inValue}, which can't be " +
                        "passed to the compiler.");
                }
            }
        }
    }

    private static bool IsWritable(ITaskItem doc, DocSet set) =>
        CompilerLine.Unwritable(doc.ItemSpec, isPath: true) is null
        && set.Values.All(value => CompilerLine.Unwritable(value.Value) is null);

    private ITaskItem[] Collect(ConfigurationLog log)
    {
        var setOfPath = new Dictionary<string, string>(StringComparer.Ordinal);
        var reportedSets = new HashSet<(string, string)>();
        var files = new List<ITaskItem>(ApiDocs.Length);
        foreach (ITaskItem doc in ApiDocs)
        {
            DocSet set = DocSet.Of(doc, this);
            if (!IsWritable(doc, set))
                continue;
            if (!setOfPath.TryGetValue(doc.GetMetadata("FullPath"), out string? other))
            {
                setOfPath.Add(doc.GetMetadata("FullPath"), set.Api);
                set.WriteTo(doc);
                files.Add(doc);
            }
            else if (other != set.Api && reportedSets.Add((other, set.Api)))
            {
                log.Error(
                    ConfigurationLog.DocInTwoSets,
                    Project,
                    $"The doc '{doc.ItemSpec}' belongs to {ConfigurationLog.Describe(other)} and to " +
                    $"{ConfigurationLog.Describe(set.Api)}. " +
                    "A doc can be in only one set: exclude it from one of them with the Exclude attribute of an " +
                    "ApiDoc element.");
            }
        }

        return [.. files];
    }

    /// <summary>Groups docs by the name of their set, ignoring case.</summary>
    internal static IGrouping<string, ITaskItem>[] SetsOf(IEnumerable<ITaskItem> docs) =>
        [.. docs.GroupBy(doc => doc.GetMetadata("DocGenApi"), StringComparer.OrdinalIgnoreCase)];
}
