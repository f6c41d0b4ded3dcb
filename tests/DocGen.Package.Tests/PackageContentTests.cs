using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DocGen.Package.Tests;

/// <summary>Tests the contents of the packages, and that a compiler can load the generator.</summary>
[Collection(PackageTests.Name)]
public class PackageContentTests(PackageFeed feed)
{
    private const string Analyzers = "analyzers/dotnet/cs/";

    // The assemblies that the oldest supported compiler provides: Roslyn 4.8 with its dependencies, and netstandard.
    private static readonly Dictionary<string, Version> Host = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
    };

    [Fact]
    public void Every_assembly_that_a_packed_analyzer_needs_is_in_the_package_or_in_the_oldest_compiler()
    {
        using ZipArchive package = feed.Open("DocGen");
        (string Name, Version Version, List<(string Name, Version Version)> Needs)[] packed =
            [.. package.Entries.Where(entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal))
                .Select(ReadAssembly)];
        Dictionary<string, Version> given = new(Host);
        foreach ((string name, Version version, _) in packed)
            given.Add(name, version);

        string[] unmet =
        [
            .. from assembly in packed
               from need in assembly.Needs
               where !given.TryGetValue(need.Name, out Version? version) || version < need.Version
               select $"{assembly.Name} needs {need.Name} {need.Version}",
        ];

        Assert.Empty(unmet);
        Assert.Contains(packed, assembly => assembly.Name == "Markdig");
    }

    [Fact]
    public void Every_packed_assembly_is_needed()
    {
        using ZipArchive package = feed.Open("DocGen");
        (string Name, Version Version, List<(string Name, Version Version)> Needs)[] packed =
            [.. package.Entries.Where(entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal))
                .Select(ReadAssembly)];

        IEnumerable<string> needed = packed.SelectMany(assembly => assembly.Needs).Select(need => need.Name);

        Assert.Equal(["DocGen"], packed.Select(assembly => assembly.Name).Except(needed));
    }

    [Fact]
    public void The_package_has_the_files_of_its_layout()
    {
        using ZipArchive package = feed.Open("DocGen");
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.Contains("README.md", files);
        Assert.Contains(Analyzers + "DocGen.dll", files);
        Assert.Contains("tools/netstandard2.0/DocGen.Tasks.dll", files);
        foreach (string folder in (string[])["build", "buildTransitive"])
        {
            Assert.Contains($"{folder}/DocGen.props", files);
            Assert.Contains($"{folder}/DocGen.targets", files);
        }

        Assert.Contains("buildMultiTargeting/DocGen.targets", files);
        Assert.DoesNotContain(files, file => file.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.Contains("InRepo", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_depends_only_on_the_runtime_from_its_own_version_up_to_the_next_minor_version()
    {
        Assert.Equal([("DocGen.Runtime", $"[{feed.Version}, 0.1.0-0)")], Dependencies("DocGen"));
        Assert.Empty(Dependencies("DocGen.Runtime"));
    }

    [Fact]
    public void The_runtime_is_packed_for_every_framework_it_supports()
    {
        using ZipArchive package = feed.Open("DocGen.Runtime");

        string[] libraries = [.. package.Entries.Select(entry => entry.FullName)
            .Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        Assert.Equal(
            ["lib/net10.0/DocGen.Runtime.dll", "lib/net10.0/DocGen.Runtime.xml", "lib/net8.0/DocGen.Runtime.dll",
                "lib/net8.0/DocGen.Runtime.xml"],
            libraries);
    }

    [Fact]
    public void A_release_packs_exactly_the_expected_packages_and_symbols()
    {
        // The symbols of the generator are in its assembly.
        string[] expected =
        [
            .. PackageIds.Select((object[] row) => $"{row[0]}.{feed.Version}.nupkg"),
            .. PackageIds.Select((object[] row) => $"{row[0]}.{feed.Version}.snupkg")
                .Except([$"DocGen.{feed.Version}.snupkg"]),
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), feed.PackedFiles);
    }

    // NuGet warns about a stable package that depends on a preview, and the upper bound of the runtime's range is a
    // preview.
    [Fact]
    public async Task A_stable_version_is_packed_without_a_warning() =>
        Assert.DoesNotContain("warning", (await feed.PackStableAsync()).MustSucceed().Output, StringComparison.Ordinal);

    public static TheoryData<string> PackageIds =>
        ["DocGen", "DocGen.Runtime", "DocGen.Extensions.DependencyInjection", "DocGen.Extensions.Azure", "DocGen.Tool"];

    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Each_package_has_its_authors_repository_and_licence(string id)
    {
        using ZipArchive package = feed.Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        Dictionary<string, XElement> metadata = XDocument.Load(nuspec).Root!.Elements().Single().Elements()
            .ToDictionary(element => element.Name.LocalName);

        Assert.Equal("MIT", metadata["license"].Value);
        Assert.Equal("icon.png", metadata["icon"].Value);
        Assert.Equal("README.md", metadata["readme"].Value);
        Assert.StartsWith("https://", metadata["projectUrl"].Value, StringComparison.Ordinal);
        Assert.Equal(id, metadata["id"].Value);
        Assert.Equal(feed.Version, metadata["version"].Value);
        Assert.All(
            (string[])["authors", "copyright", "description"], name => Assert.NotEmpty(metadata[name].Value));
        // The link leads to the file at the tag of this version.
        Assert.Equal(
            $"{metadata["projectUrl"].Value}/blob/v{feed.Version}/CHANGELOG.md", metadata["releaseNotes"].Value);
        Assert.Equal(metadata["projectUrl"].Value, metadata["repository"].Attribute("url")!.Value);
        Assert.Equal("git", metadata["repository"].Attribute("type")!.Value);
        Assert.Matches("^[0-9a-f]{40}$", metadata["repository"].Attribute("commit")!.Value);
        Assert.NotNull(package.GetEntry("icon.png"));
    }

    [Theory]
    [MemberData(nameof(PackageIds))]
    public void No_link_of_a_packed_README_is_relative(string id)
    {
        string readme = Encoding.UTF8.GetString(feed.Read(id, "README.md"));

        // A fence may contain a user's page, whose links may be relative.
        string prose = Regex.Replace(readme, "(?ms)^(`{3,4}).*?^\\1", "");
        Assert.All(Regex.Matches(prose, @"\]\(([^)]*)\)"),
            link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.NotEmpty(readme);
    }

    [Theory]
    [MemberData(nameof(PackageIds))]
    public void No_file_of_a_package_contains_a_path_of_the_machine_that_packed_it(string id)
    {
        foreach ((string name, byte[] bytes) in FilesOf(id))
        {
            foreach (string path in feed.MachinePaths)
            {
                foreach (Encoding encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
                    Assert.True(bytes.AsSpan().IndexOf(encoding.GetBytes(path)) < 0, $"{name} holds {path}");
            }
        }
    }

    // A debugger downloads a source file by its path in the repository.
    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Symbols_contain_the_path_of_each_source_file_in_the_repository(string id)
    {
        int count = 0;
        foreach ((string name, byte[] bytes) in FilesOf(id))
        {
            if (OpenSymbols(name, bytes) is not { } symbols)
                continue;
            using (symbols)
            {
                count++;
                MetadataReader reader = symbols.GetMetadataReader();
                Assert.NotEmpty(reader.Documents);
                Assert.All(
                    reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)),
                    path => Assert.StartsWith("/_/", path, StringComparison.Ordinal));
                // A clone without a remote has no URLs of source files.
                if (SourceLink(reader) is { } link)
                {
                    Assert.All(
                        link.EnumerateObject(),
                        rule => Assert.Matches(@"^https://.*[0-9a-f]{40}/\*$", rule.Value.GetString()));
                }
            }
        }

        Assert.NotEqual(0, count);
    }

    [Theory]
    [InlineData("DocGen.Runtime")]
    [InlineData("DocGen.Extensions.DependencyInjection")]
    [InlineData("DocGen.Extensions.Azure")]
    public void Each_library_has_a_separate_symbol_package(string id)
    {
        using ZipArchive symbols = feed.OpenSymbols(id);

        Assert.Equal(
            [$"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"],
            symbols.Entries.Select(entry => entry.FullName)
                .Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_has_the_guides_and_a_notice_for_each_third_party_assembly()
    {
        using ZipArchive package = feed.Open("DocGen");
        string notices = Encoding.UTF8.GetString(feed.Read("DocGen", "THIRD-PARTY-NOTICES.md"));
        string[] others =
        [
            .. package.Entries.Where(
                entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal) && entry.Name != "DocGen.dll")
                .Select(entry => entry.Name),
        ];

        Assert.NotEmpty(others);
        Assert.All(others, name => Assert.Contains($"`{name}`", notices, StringComparison.Ordinal));
        Assert.All(
            (string[])["LICENSE", "docs/writing-docs.md", "docs/diagnostics.md", "docs/versions.md"],
            file => Assert.NotNull(package.GetEntry(file)));
    }

    [Fact]
    public void The_package_of_the_tool_has_a_notice_for_each_third_party_assembly()
    {
        using ZipArchive package = feed.Open("DocGen.Tool");
        string notices = Encoding.UTF8.GetString(feed.Read("DocGen.Tool", "THIRD-PARTY-NOTICES.md"));
        string[] others = [.. package.Entries.Select(entry => entry.Name)
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal)
                && !name.StartsWith("DocGen", StringComparison.Ordinal))];

        Assert.NotEmpty(others);
        Assert.All(others, name => Assert.Contains($"`{name}`", notices, StringComparison.Ordinal));
    }

    /// <summary>The files of a package and of its symbols.</summary>
    private List<(string Name, byte[] Bytes)> FilesOf(string id)
    {
        List<(string, byte[])> files = [];
        foreach (ZipArchive package in (ZipArchive[])[feed.Open(id),
            .. feed.HasSymbols(id) ? [feed.OpenSymbols(id)] : (ZipArchive[])[]])
        {
            using ZipArchive open = package;
            foreach (ZipArchiveEntry entry in open.Entries)
            {
                using var bytes = new MemoryStream();
                using (Stream stream = entry.Open())
                    stream.CopyTo(bytes);
                files.Add((entry.FullName, bytes.ToArray()));
            }
        }

        return files;
    }

    /// <summary>
    /// Opens a symbol file, or the symbols embedded in an assembly of this project. Returns null for other files.
    /// </summary>
    private static MetadataReaderProvider? OpenSymbols(string file, byte[] bytes)
    {
        string name = Path.GetFileName(file);
        if (name.EndsWith(".pdb", StringComparison.Ordinal))
            return MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes));
        if (!name.StartsWith("DocGen", StringComparison.Ordinal) || !name.EndsWith(".dll", StringComparison.Ordinal))
            return null;
        using var image = new PEReader(new MemoryStream(bytes));
        DebugDirectoryEntry embedded = image.ReadDebugDirectory()
            .FirstOrDefault(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        return embedded.DataSize == 0 ? null : image.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
    }

    /// <summary>
    /// Returns the rules that map the path of a source file to its URL (portable PDB format, Source Link).
    /// </summary>
    private static JsonElement? SourceLink(MetadataReader symbols)
    {
        var kind = new Guid("CC110556-A091-4D38-9FEC-25AB9A351A6A");
        return symbols.GetCustomDebugInformation(EntityHandle.ModuleDefinition)
            .Select(symbols.GetCustomDebugInformation)
            .Where(information => symbols.GetGuid(information.Kind) == kind)
            .Select(information => (JsonElement?)JsonDocument.Parse(symbols.GetBlobBytes(information.Value))
                .RootElement.GetProperty("documents"))
            .SingleOrDefault();
    }

    private List<(string Id, string Version)> Dependencies(string id)
    {
        using ZipArchive package = feed.Open(id);
        using Stream nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        return
        [
            .. XDocument.Load(nuspec).Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => (element.Attribute("id")!.Value, element.Attribute("version")!.Value)),
        ];
    }

    private static (string Name, Version Version, List<(string Name, Version Version)> Needs) ReadAssembly(
        ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var image = new MemoryStream();
        stream.CopyTo(image);
        image.Position = 0;
        using var reader = new PEReader(image);
        MetadataReader metadata = reader.GetMetadataReader();
        AssemblyDefinition assembly = metadata.GetAssemblyDefinition();
        return (
            metadata.GetString(assembly.Name),
            assembly.Version,
            [
                .. metadata.AssemblyReferences
                    .Select(metadata.GetAssemblyReference)
                    .Select(reference => (metadata.GetString(reference.Name), reference.Version)),
            ]);
    }
}
