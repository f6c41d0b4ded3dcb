using System.IO.Compression;

namespace DocGen.Package.Tests;

/// <summary>
/// The packages, packed once as a release packs them, in a local feed outside the repository. Their version is new in
/// every run, so that no cache can hold an older build of them.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("docgen-").FullName;
    private int _projects;

    public string Version { get; } = $"0.0.0-test.{Guid.NewGuid():n}";

    private string FeedDirectory => Path.Combine(_root, "feed");

    private string PackagesDirectory => Path.Combine(_root, "packages");

    public async Task InitializeAsync()
    {
        string artifacts = Path.Combine(_root, "artifacts");
        CommandResult pack = await DotNet.RunAsync(
            RepositoryRoot(), packages: null,
            "pack", "DocGen.sln", "-c", "Release", "-o", FeedDirectory, $"-p:Version={Version}", "--artifacts-path", artifacts);
        pack.MustSucceed();

        // Stops the search for settings of directories above.
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.props"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Build.targets"), "<Project />");
        await File.WriteAllTextAsync(Path.Combine(_root, "Directory.Packages.props"), "<Project />");
        // The only source: the packages need no others, and a test needs no network.
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
        Directory.Delete(_root, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Opens a package of the feed.</summary>
    internal ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(FeedDirectory, $"{id}.{Version}.nupkg"));

    /// <summary>Creates a project in a directory of its own.</summary>
    internal UserProject CreateProject(string body, string name = "App")
    {
        string directory = Directory.CreateDirectory(Path.Combine(_root, $"project{_projects++}", name)).FullName;
        return new UserProject(directory, name, PackagesDirectory, body.Replace("$version$", Version));
    }

    private static string RepositoryRoot()
    {
        for (string? directory = AppContext.BaseDirectory; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (File.Exists(Path.Combine(directory, "DocGen.sln")))
                return directory;
        }

        throw new InvalidOperationException("The tests must run from a directory below the repository's.");
    }
}

[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<PackageFeed>
{
    public const string Name = "The packages";
}
