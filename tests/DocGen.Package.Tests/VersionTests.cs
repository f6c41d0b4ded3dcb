using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocGen.Runtime.Tasks;

namespace DocGen.Package.Tests;

/// <summary>
/// Libraries that were built with several versions of DocGen share an application, or fail before it runs.
/// </summary>
[Collection(PackageTests.Name)]
public sealed class VersionTests(PackageFeed feed) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("docgen-versions-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("1.2.0", "1.2.0", true)]
    [InlineData("1.2.0", "1.2.7", true)]
    [InlineData("1.2.7", "1.2.0", false)]
    [InlineData("1.2.0", "1.3.0", false)]
    [InlineData("1.3.0", "1.2.9", false)]
    [InlineData("1.2.0", "2.2.0", false)]
    public void A_runtime_fits_what_was_built_for_its_minor_version_and_no_later_one(string needed, string available,
        bool fits)
    {
        const string Extensions = "DocGen.Extensions.DependencyInjection";
        byte[] library = feed.Read(Extensions, $"lib/net10.0/{Extensions}.dll");
        byte[] generator = feed.Read("DocGen", "analyzers/dotnet/cs/DocGen.dll");
        byte[] markdig = feed.Read("DocGen", "analyzers/dotnet/cs/Markdig.dll");
        string[] assemblies =
        [
            Runtime(available),
            Write("Library.dll", AssemblyVersions.WithReference(library, "DocGen.Runtime", Version.Parse(needed))),
            Write("Other.dll", markdig), Write("native.dll", [1, 2, 3]), Write("Library.xml", [1, 2, 3]),
            Path.Combine(_directory.FullName, "absent.dll"),
        ];
        string[] analyzers =
        [
            Write("DocGen.dll", AssemblyVersions.WithVersion(generator, Version.Parse(needed))),
            Write("Markdig.dll", markdig),
        ];

        string[] faults = [.. RuntimeVersions.Compare(assemblies, analyzers)];

        string[] named = fits ? [] : ["Library", "The generator of the package DocGen"];
        Assert.Equal(named, faults.Select(fault => fault.Split(" was ")[0]));
        Assert.All(faults, fault =>
            Assert.Contains($"built for DocGen.Runtime {needed} ", fault, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.Contains($"This build has {available}.", fault, StringComparison.Ordinal));
        Assert.Empty(RuntimeVersions.Compare(assemblies[1..], analyzers));
    }

    [Fact]
    public async Task A_packed_library_depends_on_the_runtime_only_and_runs_on_a_later_one_of_the_same_minor_version()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.0.1");
        UserProject app = CreateApp(feed.VersionOf("0.0.1"));
        app.Write("Program.cs", """"
            using Library;

            using var http = new HttpClient(new NoteService());
            using var client = new ApiClient(new ApiClientOptions { HttpClient = http });
            Note note = await client.Notes.GetAsync(new NoteGetRequest("7"));
            Console.WriteLine($"{note.Text} on {typeof(DocGen.ServiceClient).Assembly.GetName().Version}");

            internal sealed class NoteService : HttpMessageHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(
                    HttpRequestMessage request, CancellationToken cancellationToken) =>
                    Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{ "text": "Buy milk" }""") });
            }
            """");
        (await app.BuildAsync()).MustSucceed();
        CommandResult run = (await app.RunAsync()).MustSucceed();

        Assert.Equal([("DocGen.Runtime", $"[{feed.Version}, 0.1.0-0)")], LibraryDependencies());
        Assert.Equal("Buy milk on 0.0.1.0", run.Output.Trim());
    }

    [Fact]
    public async Task Two_libraries_of_different_minor_versions_fail_at_restore()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.1.0");
        feed.AddChanged("Library", "1.0.0-test", "Other", "1.0.0-test", (name, bytes) => name != "Other.nuspec"
            ? bytes
            : Replace(
                Replace(bytes, "<id>Library</id>", "<id>Other</id>"),
                $"[{feed.Version}, 0.1.0-0)", $"[{feed.VersionOf("0.1.0")}, 0.2.0-0)"));
        UserProject app = feed.CreateProject("""
            <ItemGroup>
              <PackageReference Include="Library" Version="1.0.0-test" />
              <PackageReference Include="Other" Version="1.0.0-test" />
            </ItemGroup>
            """);

        CommandResult restore = (await app.BuildAsync("-t:Restore")).MustFail();

        Assert.Contains("error NU1107: Version conflict detected for DocGen.Runtime", restore.Output);
    }

    [Fact]
    public async Task An_application_that_insists_on_another_minor_version_fails_at_build()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.1.0");
        UserProject app = CreateApp(feed.VersionOf("0.1.0"));

        CommandResult build = (await app.BuildAsync()).MustFail();

        Assert.Contains(
            "error DGR0001: Library was built for DocGen.Runtime 0.0.0 and needs it or a later 0.0.x", build.Output);
        Assert.Contains("This build has 0.1.0.", build.Output);
    }

    [Fact]
    public async Task A_library_that_would_depend_on_the_generator_or_on_nothing_is_not_packed()
    {
        UserProject library = feed.CreateProject("""
            <ItemGroup>
              <PackageReference Include="DocGen" Version="$version$" PrivateAssets="$(Assets)" />
              <PackageReference Include="DocGen.Runtime" Version="$version$" Condition="'$(WithRuntime)' == 'true'" />
            </ItemGroup>
            """, "Unpacked");
        (await library.BuildAsync("-t:Restore")).MustSucceed();

        Assert.Contains("error DGR0002", (await CheckAsync("", "true")).MustFail().Output);
        Assert.Contains("error DGR0002", (await CheckAsync("all", "false")).MustFail().Output);
        (await CheckAsync("All", "true")).MustSucceed();

        Task<CommandResult> CheckAsync(string assets, string withRuntime) =>
            library.BuildAsync("--no-restore", "-t:DocGenCheckPackage", $"-p:Assets={assets}",
                $"-p:WithRuntime={withRuntime}");
    }

    private UserProject CreateApp(string runtimeVersion) => feed.CreateProject($"""
        <ItemGroup>
          <PackageReference Include="Library" Version="1.0.0-test" />
          <PackageReference Include="DocGen.Runtime" Version="{runtimeVersion}" />
        </ItemGroup>
        """);

    /// <summary>Adds the runtime to the feed as a release with other numbers would be.</summary>
    private void AddRuntime(string numbers)
    {
        const string Id = "DocGen.Runtime";
        string version = feed.VersionOf(numbers);
        feed.AddChanged(Id, feed.Version, Id, version, (name, bytes) => name switch
        {
            $"{Id}.nuspec" => Replace(bytes, feed.Version, version),
            _ when name.EndsWith($"/{Id}.dll", StringComparison.Ordinal) =>
                AssemblyVersions.WithVersion(bytes, Version.Parse(numbers)),
            _ => bytes,
        });
    }

    private static byte[] Replace(byte[] bytes, string text, string by) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace(text, by, StringComparison.Ordinal));

    private string Runtime(string version) => Write(
        "DocGen.Runtime.dll",
        AssemblyVersions.WithVersion(feed.Read("DocGen.Runtime", "lib/net10.0/DocGen.Runtime.dll"),
            Version.Parse(version)));

    private string Write(string name, byte[] bytes)
    {
        string path = Path.Combine(_directory.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private List<(string Id, string Version)> LibraryDependencies()
    {
        using ZipArchive package = feed.Open("Library", "1.0.0-test");
        using Stream nuspec = package.GetEntry("Library.nuspec")!.Open();
        return
        [
            .. XDocument.Load(nuspec).Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value)),
        ];
    }
}
