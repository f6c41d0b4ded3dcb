using DocGen.Tasks;
using Microsoft.Build.Framework;

namespace DocGen.Package.Tests;

/// <summary>
/// Tests which surface file each doc set of a project gets, when the project is built and when its docs are accepted.
/// </summary>
public sealed class SurfaceSetTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("docgen-").FullName;
    private readonly RecordingEngine _engine = new();

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public void A_set_in_a_subfolder_of_another_set_does_not_get_the_file_of_that_set()
    {
        Write("docs.surface.txt");
        ITaskItem[] docs = [Doc("docs/a.md"), Doc("docs/billing/b.md", "Billing")];

        Assert.Equal(["docs.surface.txt of "], Build(docs));
        Assert.Equal(["docs.surface.txt", "docs/billing.surface.txt"], Accept(docs));
        Assert.Empty(_engine.Messages);
    }

    [Fact]
    public void A_file_belongs_to_the_set_whose_folder_it_is_next_to_in_any_order_of_the_sets()
    {
        Write("docs.surface.txt");
        ITaskItem[] docs = [Doc("docs/billing/b.md", "Billing"), Doc("docs/a.md")];

        Assert.Equal(["docs.surface.txt of "], Build(docs));
        Assert.Equal(["docs/billing.surface.txt", "docs.surface.txt"], Accept(docs));
        Assert.Empty(_engine.Messages);
    }

    [Fact]
    public void A_set_gets_the_file_of_a_parent_folder_if_no_other_set_is_in_that_folder()
    {
        Write("docs.surface.txt");
        ITaskItem[] docs = [Doc("docs/a/b.md"), Doc("other/c.md", "Other")];

        Assert.Equal(["docs.surface.txt of "], Build(docs));
        Assert.Equal(["docs.surface.txt", "other.surface.txt"], Accept(docs));
    }

    [Theory]
    [InlineData("docs/a1.md docs/a2.md", "docs/b1.md docs/b2.md")]
    [InlineData("docs/a/1.md docs/a/2.md", "docs/b/1.md docs/b/2.md")]
    [InlineData("docs/1.md docs/b/2.md", "docs/2.md docs/b/3.md")]
    public void One_file_for_two_sets_is_reported(string first, string second)
    {
        Write("docs.surface.txt");
        ITaskItem[] docs = [.. first.Split(' ').Select(doc => Doc(doc)),
            .. second.Split(' ').Select(doc => Doc(doc, "B"))];

        Assert.Equal(["docs.surface.txt of "], Build(docs));
        string warning = Assert.Single(_engine.Messages);
        Assert.StartsWith("warning DG0807: ", warning, StringComparison.Ordinal);
        Assert.Contains(
            "pins nothing for the set 'B': it belongs to the set without a name.", warning, StringComparison.Ordinal);

        Assert.Empty(Accept(docs));
        string error = Assert.Single(_engine.Messages);
        Assert.StartsWith("error DG0808: ", error, StringComparison.Ordinal);
        Assert.Contains("""<ApiSurface Include="B.surface.txt" Api="B" />""", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_new_path_for_two_sets_is_an_error_only_when_docs_are_accepted()
    {
        ITaskItem[] docs = [Doc("docs/a.md", "A"), Doc("docs/b.md", "B")];

        Assert.Empty(Build(docs));
        Assert.Empty(_engine.Messages);

        Assert.Empty(Accept(docs));
        string error = Assert.Single(_engine.Messages);
        Assert.StartsWith("error DG0808: ", error, StringComparison.Ordinal);
        Assert.Contains("docs.surface.txt", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_an_ApiSurface_item_belongs_to_the_set_of_the_item()
    {
        Write("docs.surface.txt");
        ITaskItem[] docs = [Doc("docs/a.md"), Doc("docs/b.md", "B")];
        ITaskItem[] named = [Surface("docs.surface.txt", "B")];

        Assert.Equal(["docs.surface.txt of B"], Build(docs, named));
        Assert.Empty(_engine.Messages);
        Assert.Equal(
            ["a.txt", "docs.surface.txt"], Accept(docs, [.. named, Surface("a.txt", "")]));
        Assert.Empty(_engine.Messages);
    }

    [Fact]
    public void A_file_in_the_ApiSurface_items_of_two_sets_is_reported()
    {
        Write("all.txt");
        ITaskItem[] docs = [Doc("docs/a.md"), Doc("docs/b.md", "B")];
        ITaskItem[] named = [Surface("all.txt", ""), Surface("all.txt", "B")];

        Assert.Equal(["all.txt of "], Build(docs, named));
        Assert.StartsWith("warning DG0807: ", Assert.Single(_engine.Messages), StringComparison.Ordinal);
        Assert.Empty(Accept(docs, named));
        Assert.StartsWith("error DG0808: ", Assert.Single(_engine.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void Accepting_a_set_is_an_error_if_its_surface_file_is_for_one_page_and_it_has_more_pages()
    {
        Write("docs/a.surface.txt");
        ITaskItem[] docs = [Doc("docs/a.md"), Doc("docs/b.md")];

        Assert.Empty(Build(docs));
        Assert.StartsWith("warning DG0807: ", Assert.Single(_engine.Messages), StringComparison.Ordinal);
        Assert.Empty(Accept(docs));
        string error = Assert.Single(_engine.Messages);
        Assert.StartsWith("error DG0808: ", error, StringComparison.Ordinal);
        Assert.Contains("a.surface.txt", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surface_file_of_another_set_is_not_the_file_of_a_page()
    {
        Write("docs/tickets.surface.txt");
        ITaskItem[] docs =
        [
            Doc("docs/tickets.md"), Doc("docs/a.md"), Doc("docs/tickets/b.md", "B"), Doc("docs/tickets/c.md", "B"),
        ];

        Assert.Equal(["docs/tickets.surface.txt of B"], Build(docs));
        Assert.Empty(_engine.Messages);
        Assert.Equal(["docs.surface.txt", "docs/tickets.surface.txt"], Accept(docs));
    }

    // If the user may list every folder, such as root, nothing fails and the test still passes.
    [Fact]
    public void A_folder_that_cannot_be_listed_does_not_fail_the_task()
    {
        ITaskItem[] docs = [Doc("docs/a.md"), Doc("docs/b.md")];
        if (OperatingSystem.IsWindows())
            return;
        string folder = Path.Combine(_root, "docs");
        UnixFileMode mode = File.GetUnixFileMode(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserExecute);
        try
        {
            Assert.Empty(Build(docs));
            Assert.Empty(_engine.Messages);
        }
        finally
        {
            File.SetUnixFileMode(folder, mode);
        }
    }

    [Fact]
    public void The_file_for_accept_has_the_client_options_of_the_set()
    {
        FileItem doc = Doc("docs/a.md", "Billing");
        doc.SetMetadata("ClientName", "Invoices");
        doc.SetMetadata("ServiceRoot", "https://billing.example.com/v1");

        Assert.Single(Accept([doc]));

        string[] lines = File.ReadAllLines(Path.Combine(_root, "set1.txt"));
        Assert.Contains("api Billing", lines);
        Assert.Contains("namespace Shop.Billing", lines);
        Assert.Contains("client Invoices", lines);
        Assert.Contains("root https://billing.example.com/v1", lines);
    }

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), "docgen-surface 1\n");
    }

    private string Full(string path) => Path.Combine(_root, path);

    private FileItem Item(string path, string api)
    {
        var item = new FileItem(path);
        item.SetMetadata("FullPath", Full(path));
        item.SetMetadata("Api", api);
        return item;
    }

    private FileItem Surface(string path, string api) => Item(path, api);

    private FileItem Doc(string path, string api = "")
    {
        Write(path);
        return Item(path, api);
    }

    private FileItem[] ProjectFiles
    {
        get
        {
            Write("p/p.csproj");
            File.WriteAllText(Full("p/p.csproj"), "<Project />");
            return [Item("p/p.csproj", "")];
        }
    }

    /// <summary>Returns the surface file and the name of each set, as the build passes them to the compiler.</summary>
    private string[] Build(ITaskItem[] docs, params ITaskItem[] surfaces) =>
        [.. Collect(docs, surfaces, isAccepting: false).SurfaceFiles
            .Select(file => $"{Relative(file.ItemSpec)} of {file.GetMetadata("DocGenApi")}")];

    /// <summary>Returns the surface file that the target writes for each set; none if the target fails.</summary>
    private string[] Accept(ITaskItem[] docs, params ITaskItem[] surfaces)
    {
        CollectApiDocs collected = Collect(docs, surfaces, isAccepting: true);
        var task = new WriteDocSets
        {
            BuildEngine = _engine,
            Docs = collected.AdditionalFiles,
            ApiSurfaces = surfaces,
            ProjectFiles = ProjectFiles,
            PathPrefix = Full("set"),
        };
        if (!task.Execute())
            return [];
        return
        [
            .. task.SetFiles.SelectMany(file => File.ReadAllLines(file.ItemSpec))
                .Where(line => line.StartsWith("surface ", StringComparison.Ordinal))
                .Select(line => Relative(line["surface ".Length..])),
        ];
    }

    private CollectApiDocs Collect(ITaskItem[] docs, ITaskItem[] surfaces, bool isAccepting)
    {
        _engine.Messages.Clear();
        var task = new CollectApiDocs
        {
            BuildEngine = _engine,
            ApiDocs = docs,
            ApiSurfaces = surfaces,
            ProjectFiles = ProjectFiles,
            IsReferencedDirectly = true,
            Language = "C#",
            LangVersion = "14",
            RootNamespace = "Shop",
            IsAccepting = isAccepting,
        };
        Assert.True(task.Execute());
        return task;
    }

    private string Relative(string path) => Path.GetRelativePath(_root, path).Replace('\\', '/');

    private sealed class RecordingEngine : IBuildEngine
    {
        public List<string> Messages { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "";

        public bool BuildProjectFile(
            string projectFileName, string[] targetNames, System.Collections.IDictionary globalProperties,
            System.Collections.IDictionary targetOutputs) => throw new NotSupportedException();

        public void LogCustomEvent(CustomBuildEventArgs e) => throw new NotSupportedException();

        public void LogErrorEvent(BuildErrorEventArgs e) => Messages.Add($"error {e.Code}: {e.Message}");

        public void LogMessageEvent(BuildMessageEventArgs e) => throw new NotSupportedException();

        public void LogWarningEvent(BuildWarningEventArgs e) => Messages.Add($"warning {e.Code}: {e.Message}");
    }
}
