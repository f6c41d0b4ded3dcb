using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DocGen.Runtime.Tasks;

namespace DocGen.Package.Tests;

/// <summary>
/// Libraries that were built with different versions of DocGen work in one application, or the build fails.
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
    public void A_runtime_fits_assemblies_for_its_minor_version_and_the_same_or_an_earlier_patch(
        string needed, string available, bool fits)
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
    public async Task A_packed_library_depends_only_on_the_runtime_and_runs_on_a_later_patch_version()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.0.1");
        UserProject app = CreateApp(feed.VersionOf("0.0.1"));
        app.Write("Program.cs", Program("Library"));
        (await app.BuildAsync()).MustSucceed();
        CommandResult run = (await app.RunAsync()).MustSucceed();

        Assert.Equal([("DocGen.Runtime", $"[{feed.Version}, 0.1.0-0)")], LibraryDependencies());
        Assert.Equal("Library: Buy milk on 0.0.1.0", run.Output.Trim());
    }

    [Fact]
    public async Task A_packed_library_works_in_an_app_without_the_generator_and_with_another_generator_version()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.0.1");
        AddGenerator("0.0.1", "0.1.0-0");
        UserProject user = feed.CreateProject(LibraryReference);
        user.Write("Program.cs", Program("Library"));
        UserProject generating = CreateGenerating("0.0.1");
        generating.Write("Program.cs", Program("Library", "App"));

        (await user.BuildAsync()).MustSucceed();
        CommandResult build = (await generating.BuildAsync()).MustSucceed();

        // The library depends only on the runtime. The generator is not restored, and its targets have not run.
        Assert.Equal(["DocGen.Runtime", "Library"], RestoredPackages(user));
        Assert.False(File.Exists(GeneratorInput(user)));
        Assert.Equal("Library: Buy milk on 0.0.0.0", (await user.RunAsync()).MustSucceed().Output.Trim());

        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        Assert.Equal(["DocGen", "DocGen.Runtime", "Library"], RestoredPackages(generating));
        Assert.True(File.Exists(GeneratorInput(generating)));
        Assert.Equal(
            "Library: Buy milk on 0.0.1.0\nApp: Buy milk on 0.0.1.0",
            (await generating.RunAsync()).MustSucceed().Output.Trim().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_library_and_a_generator_with_different_minor_versions_fail_at_restore()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.1.0");
        AddGenerator("0.1.0", "0.2.0-0");

        CommandResult restore = (await CreateGenerating("0.1.0").BuildAsync("-t:Restore")).MustFail();

        Assert.Contains("error NU1107: Version conflict detected for DocGen.Runtime", restore.Output);
    }

    [Fact]
    public async Task Two_libraries_with_different_minor_versions_fail_at_restore()
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
    public async Task An_application_that_references_another_minor_version_fails_at_build()
    {
        await feed.AddLibraryAsync();
        AddRuntime("0.1.0");
        UserProject app = CreateApp(feed.VersionOf("0.1.0"));

        CommandResult build = (await app.BuildAsync()).MustFail();

        Assert.Contains(
            "error DGR0001: Library was built for DocGen.Runtime 0.0.0 and needs that or a later 0.0.x",
            build.Output);
        Assert.Contains("This build has 0.1.0.", build.Output);
    }

    [Fact]
    public async Task A_library_is_packed_only_if_it_depends_on_the_runtime_and_not_on_the_generator()
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

    private const string LibraryReference =
        """<ItemGroup><PackageReference Include="Library" Version="1.0.0-test" /></ItemGroup>""";

    /// <summary>Returns a program that reads a note with the client of each namespace.</summary>
    private static string Program(params string[] clients)
    {
        const string Service = """"

            internal sealed class NoteService : HttpMessageHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(
                    HttpRequestMessage request, CancellationToken cancellationToken) =>
                    Task.FromResult(
                        new HttpResponseMessage { Content = new StringContent("""{ "text": "Buy milk" }""") });
            }
            """";
        IEnumerable<string> calls = clients.Select(name => $$"""
            using (var http = new HttpClient(new NoteService()))
            using (var client = new {{name}}.ApiClient(new {{name}}.ApiClientOptions { HttpClient = http }))
            {
                {{name}}.Note note = await client.Notes.GetAsync(new {{name}}.NoteGetRequest("7"));
                Version? runtime = typeof(DocGen.ServiceClient).Assembly.GetName().Version;
                Console.WriteLine($"{{name}}: {note.Text} on {runtime}");
            }

            """);
        return string.Concat(calls) + Service;
    }

    /// <summary>
    /// Creates an application that uses the library and generates a client with another version of the generator.
    /// </summary>
    private UserProject CreateGenerating(string numbers)
    {
        UserProject app = feed.CreateProject($"""
            {LibraryReference}
            <ItemGroup><PackageReference Include="DocGen" Version="{feed.VersionOf(numbers)}" /></ItemGroup>
            <PropertyGroup><DocGenServiceRoot>https://notes.contoso.com/v1</DocGenServiceRoot></PropertyGroup>
            {UserProject.Docs}
            """);
        app.Write("docs/api/note-get.md", Notes.GetPage);
        app.Write("docs/resources/note.md", Notes.ResourcePage("colour"));
        return app;
    }

    private static string[] RestoredPackages(UserProject project)
    {
        using JsonDocument assets = JsonDocument.Parse(project.Read("obj/project.assets.json"));
        return
        [
            .. assets.RootElement.GetProperty("libraries").EnumerateObject()
                .Select(library => library.Name.Split('/')[0]).Order(StringComparer.Ordinal),
        ];
    }

    private static string GeneratorInput(UserProject project) =>
        Path.Combine(project.Directory, "obj/Debug/net10.0/App.DocGen.globalconfig");

    private UserProject CreateApp(string runtimeVersion) => feed.CreateProject($"""
        <ItemGroup>
          <PackageReference Include="Library" Version="1.0.0-test" />
          <PackageReference Include="DocGen.Runtime" Version="{runtimeVersion}" />
        </ItemGroup>
        """);

    /// <summary>Adds the runtime to the feed with another version number, like a later release.</summary>
    private void AddRuntime(string numbers) => AddRelease("DocGen.Runtime", numbers, text => text);

    /// <summary>Adds the generator to the feed with another version number, like a later release.</summary>
    private void AddGenerator(string numbers, string nextMinor) =>
        AddRelease("DocGen", numbers, text => text.Replace(", 0.1.0-0)", $", {nextMinor})", StringComparison.Ordinal));

    private void AddRelease(string id, string numbers, Func<string, string> changeManifest)
    {
        string version = feed.VersionOf(numbers);
        feed.AddChanged(id, feed.Version, id, version, (name, bytes) => name switch
        {
            _ when name == $"{id}.nuspec" => Encoding.UTF8.GetBytes(
                changeManifest(Encoding.UTF8.GetString(bytes))
                    .Replace(feed.Version, version, StringComparison.Ordinal)),
            _ when name.EndsWith($"/{id}.dll", StringComparison.Ordinal) =>
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
