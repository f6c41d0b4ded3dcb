using System.IO.Compression;

namespace DocGen.Package.Tests;

/// <summary>
/// The packages in a local feed outside the repository. They are packed once, in the same way as for a release. Their
/// version is new in every run, so that no cache can contain an older build.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("docgen-").FullName;
    // Inside the repository, as for a release, because the compiler maps only source paths below the repository.
    private readonly string _artifacts = Path.Combine(RepositoryRoot(), "artifacts", $"packages-{Guid.NewGuid():n}");
    private readonly Lazy<Task> _library;
    private BuildServer? _server;
    private int _projects;

    public PackageFeed() => _library = new Lazy<Task>(PackLibraryAsync);

    /// <summary>Builds the projects of the tests.</summary>
    internal BuildServer Server => _server ??= new BuildServer(_root, PackagesDirectory);

    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():n}";

    /// <summary>The files that a release packs.</summary>
    internal IReadOnlyList<string> PackedFiles { get; private set; } = [];

    /// <summary>The directories on this machine that were used for packing.</summary>
    internal IReadOnlyList<string> MachinePaths =>
        [RepositoryRoot(), _root,
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget")];

    private string FeedDirectory => Path.Combine(_root, "feed");

    private string PackagesDirectory => Path.Combine(_root, "packages");

    public async Task InitializeAsync()
    {
        // Analyzers take half of the time, and the build of the tests has already run them on the same code.
        CommandResult pack = await DotNet.RunAsync(
            RepositoryRoot(), packages: null,
            "pack", "DocGen.sln", "-c", "Release", "-o", FeedDirectory, $"-p:Version={Version}", "--artifacts-path",
            _artifacts, "-p:RunAnalyzers=false");
        pack.MustSucceed();
        PackedFiles =
        [
            .. Directory.EnumerateFiles(FeedDirectory).Select(file => Path.GetFileName(file)!)
                .Order(StringComparer.Ordinal),
        ];

        // These files stop the search for settings in parent directories.
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.targets"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Packages.props"), "<Project />");
        // The feed is the only package source, so the tests need no network.
        await File.WriteAllTextAsync(Path.Combine(_root, "nuget.config"), """
            <configuration>
              <packageSources>
                <clear />
                <add key="docgen" value="feed" />
              </packageSources>
            </configuration>
            """);
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        Directory.Delete(_artifacts, recursive: true);
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Packs the projects without building them, as a stable version.</summary>
    internal Task<CommandResult> PackStableAsync() =>
        DotNet.RunAsync(
            RepositoryRoot(), null, Server,
            [
                "pack", "DocGen.sln", "-c", "Release", "--no-build", "-m:1", "-p:Version=0.0.9",
                "--artifacts-path", _artifacts, "-o", Path.Combine(_root, "stable"),
            ]);

    /// <summary>Opens a package of the feed.</summary>
    internal ZipArchive Open(string id, string? version = null) =>
        ZipFile.OpenRead(Path.Combine(FeedDirectory, $"{id}.{version ?? Version}.nupkg"));

    /// <summary>Whether a package has a separate symbol package.</summary>
    internal bool HasSymbols(string id) => File.Exists(SymbolsOf(id));

    /// <summary>Opens the symbol package of a package.</summary>
    internal ZipArchive OpenSymbols(string id) => ZipFile.OpenRead(SymbolsOf(id));

    private string SymbolsOf(string id) => Path.Combine(FeedDirectory, $"{id}.{Version}.snupkg");

    /// <summary>Returns the version of the packages with other numbers before the suffix.</summary>
    internal string VersionOf(string numbers) => Version.Replace("0.0.0", numbers, StringComparison.Ordinal);

    /// <summary>
    /// Packs the client library <c>Library</c> 1.0.0-test once, as the docs recommend. It uses the feed's version of
    /// the runtime.
    /// </summary>
    internal Task AddLibraryAsync() => _library.Value;

    /// <summary>Adds a copy of a package with a changed manifest and changed files.</summary>
    internal void AddChanged(string id, string version, string newId, string newVersion,
        Func<string, byte[], byte[]> change)
    {
        string path = Path.Combine(FeedDirectory, $"{newId}.{newVersion}.nupkg");
        if (File.Exists(path))
            return;
        using ZipArchive from = ZipFile.OpenRead(Path.Combine(FeedDirectory, $"{id}.{version}.nupkg"));
        using ZipArchive to = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (ZipArchiveEntry entry in from.Entries)
        {
            using var bytes = new MemoryStream();
            using (Stream stream = entry.Open())
                stream.CopyTo(bytes);
            string name = entry.FullName == $"{id}.nuspec" ? $"{newId}.nuspec" : entry.FullName;
            using Stream target = to.CreateEntry(name).Open();
            target.Write(change(name, bytes.ToArray()));
        }
    }

    /// <summary>Returns the bytes of a file in a package.</summary>
    internal byte[] Read(string id, string file)
    {
        using ZipArchive package = Open(id);
        using Stream stream = package.GetEntry(file)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Creates a project in a new directory.</summary>
    internal UserProject CreateProject(string body, string name = "App")
    {
        string directory = Directory.CreateDirectory(Path.Combine(_root, $"project{_projects++}", name)).FullName;
        return new UserProject(directory, name, PackagesDirectory, Server, body.Replace("$version$", Version));
    }

    private async Task PackLibraryAsync()
    {
        UserProject library = CreateProject(
            $"""
            <PropertyGroup>
              <OutputType>Library</OutputType>
              <Version>1.0.0-test</Version>
              <DocGenServiceRoot>https://notes.contoso.com/v1</DocGenServiceRoot>
            </PropertyGroup>
            <ItemGroup>
              <PackageReference Include="DocGen" Version="$version$" PrivateAssets="all" />
              <PackageReference Include="DocGen.Runtime" Version="[$version$, 0.1.0-0)" />
            </ItemGroup>
            {UserProject.Docs}
            """, "Library");
        library.Write("docs/api/note-get.md", Notes.GetPage);
        library.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        library.Delete("Program.cs");
        (await library.PackAsync(FeedDirectory)).MustSucceed();
    }

    internal static string RepositoryRoot()
    {
        for (string? directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(
            directory))
        {
            if (File.Exists(Path.Combine(directory, "DocGen.sln")))
                return directory;
        }

        throw new InvalidOperationException("The tests must run from a directory inside the repository.");
    }
}

[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<PackageFeed>
{
    public const string Name = "The packages";
}
