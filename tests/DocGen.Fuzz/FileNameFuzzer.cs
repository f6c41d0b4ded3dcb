using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using DocGen.Tasks;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using Microsoft.CodeAnalysis;

namespace DocGen.Fuzz;

/// <summary>
/// Passes paths and settings with random characters through the build task, through the MSBuild task that writes them
/// for the compiler, and through the compiler's reader. The compiler must get exactly the values of the project, or the
/// build must fail with an error.
/// </summary>
public sealed class FileNameFuzzer : IFuzzer
{
    private static readonly string[] Pieces =
    [
        "a", "docs", "get", "-", "_", ".", " ", "  ", "'", "(", ")", "[", "]", "{", "}", ",", "!", "*", "?", "#", ";",
        "=", ":", "&", "$", "%", "%0A", "@", "~",
        "+", "^", "`", "|", "\\", "\"", "\n", "\r", "\r\n", "\t", "\u0001", "\u007F", "\u0085", "\u2028", "\u2029",
        "\u202E", "\uFEFF", "\u00e9", "e\u0301",
        "\U0001F600", "\uD800", "is_global = true", "build_property.ProjectDir = /evil", "[*]",
        "build_metadata.AdditionalFiles.DocGenApi = evil", "*.md", "/x/",
    ];

    private static readonly Type Writer = Assembly
        .LoadFrom(typeof(FileNameFuzzer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "CompilerTasks").Value!)
        .GetType("Microsoft.CodeAnalysis.BuildTasks.GenerateMSBuildEditorConfig", throwOnError: true)!;

    private static readonly string[] Settings = ["Api", "Namespace", "ClientName", "ServiceRoot"];

    private static readonly string[] Told =
        ["DocGenDoc", "DocGenApi", "DocGenNamespace", "DocGenClientName", "DocGenServiceRoot", "DocGenInclude",
            "DocGenExclude", "DocGenExamplesOnly"];

    public string Name => "filenames";

    public string Description =>
        "hostile paths and settings x the build task: the compiler gets them unchanged, or the build fails";

    public System.Threading.Tasks.Task<string> RunAsync(int seed, CancellationToken cancellationToken) =>
        System.Threading.Tasks.Task.Run(
        () =>
        {
            var random = new Random(seed);
            string project = Path.Combine(Path.GetTempPath(), "DocGenFuzz.csproj");
            string path = random.Next(2) == 0 ? "/docs/" + Text(random) + ".md" : "/docs/a.md";
            // MSBuild treats a backslash as a separator on every platform, and passes on full paths.
            path = Path.GetFullPath(path.Replace('\\', '/'));
            var doc = new Doc(path);
            foreach (string setting in Settings.Where(_ => random.Next(3) == 0))
                doc.SetMetadata(setting, Text(random));
            var engine = new Engine();
            var task = new CollectApiDocs
            {
                BuildEngine = engine,
                ApiDocs = [doc],
                ProjectFiles = [new TaskItem(project)],
                Language = "C#",
                LangVersion = "14.0",
                RootNamespace = "App",
                ClientName = random.Next(4) == 0 ? Text(random) : "",
                Include = random.Next(4) == 0 ? Text(random) : "",
            };
            bool isDone = task.Execute();
            bool isRefused = engine.Errors.Any(error => error.Code == "DG0015");
            if (isRefused)
                return task.AdditionalFiles.Length == 0
                    ? "refused"
                    : throw new FuzzFailureException("A refused file is passed to the compiler.");
            // The task also reports that the file does not exist.
            return !isDone && engine.Errors.All(error => error.Code == "DG0003")
                ? Read(task.AdditionalFiles.Single(), path)
                : throw new FuzzFailureException(string.Join('\n', engine.Errors.Select(error => error.Message)));
        },
        cancellationToken);

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    /// <summary>Checks the options that the compiler reads for a doc.</summary>
    private static string Read(ITaskItem doc, string path)
    {
        string config = Write(doc);
        AnalyzerConfigSet set = AnalyzerConfigSet.Create(
            ImmutableArray.Create(AnalyzerConfig.Parse(config, "/docs/.globalconfig")));
        ImmutableDictionary<string, string> options = set.GetOptionsForSourcePath(path).AnalyzerOptions;
        foreach (string name in Told)
        {
            string expected = doc.GetMetadata(name).Trim();
            string? told = options.GetValueOrDefault("build_metadata.AdditionalFiles." + name);
            if ((told ?? "") != expected)
                throw new FuzzFailureException(
                    $"'{path}': {name} is '{expected}', but the compiler gets '{told}'.\n{config}");
        }

        string[] others = [.. set.GlobalConfigOptions.AnalyzerOptions.Keys.Concat(options.Keys)
            .Where(key => !key.StartsWith("build_metadata.additionalfiles.docgen",
                StringComparison.OrdinalIgnoreCase))];
        return others.Length == 0
            ? "passed on"
            : throw new FuzzFailureException($"'{path}': the compiler gets {string.Join(", ", others)}.\n{config}");
    }

    private static string Write(ITaskItem doc)
    {
        ITaskItem[] items = [.. Told.Select(name =>
        {
            var item = new Doc(doc.ItemSpec, doc);
            item.SetMetadata("ItemType", "AdditionalFiles");
            item.SetMetadata("MetadataName", name);
            return (ITaskItem)item;
        })];
        dynamic task = Activator.CreateInstance(Writer)!;
        task.BuildEngine = new Engine();
        task.MetadataItems = items;
        task.PropertyItems = Array.Empty<ITaskItem>();
        task.Execute();
        return (string)task.ConfigFileContents;
    }

    /// <summary>An item that does not normalize or escape its path.</summary>
    private sealed class Doc : ITaskItem
    {
        private readonly Dictionary<string, string> _metadata = new(StringComparer.OrdinalIgnoreCase);

        public Doc(string path) => ItemSpec = path;

        public Doc(string path, ITaskItem from)
            : this(path)
        {
            foreach (DictionaryEntry entry in from.CloneCustomMetadata())
                _metadata[(string)entry.Key] = (string)entry.Value!;
        }

        public string ItemSpec { get; set; }

        public ICollection MetadataNames => _metadata.Keys;

        public int MetadataCount => _metadata.Count;

        public string GetMetadata(string metadataName) =>
            metadataName == "FullPath" ? ItemSpec : _metadata.GetValueOrDefault(metadataName, "");

        public void SetMetadata(string metadataName, string metadataValue) => _metadata[metadataName] = metadataValue;

        public void RemoveMetadata(string metadataName) => _metadata.Remove(metadataName);

        public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException();

        public IDictionary CloneCustomMetadata() => new Dictionary<string, string>(_metadata);
    }

    private sealed class Engine : IBuildEngine
    {
        public List<BuildErrorEventArgs> Errors { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties,
            IDictionary targetOutputs) =>
            throw new NotSupportedException();

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogWarningEvent(BuildWarningEventArgs e)
        {
        }
    }
}
