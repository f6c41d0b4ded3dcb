using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DocGen.Package.Tests;

/// <summary>What is in the packages, and that a compiler can load it.</summary>
[Collection(PackageTests.Name)]
public class PackageContentTests(PackageFeed feed)
{
    private const string Analyzers = "analyzers/dotnet/cs/";

    // What the compiler that loads the generator gives: Roslyn 4.8 with what it stands on itself, and netstandard.
    private static readonly Dictionary<string, Version> Host = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
    };

    [Fact]
    public void Every_assembly_that_a_packed_analyzer_needs_is_packed_beside_it_or_given_by_the_oldest_compiler()
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
    public void No_assembly_is_packed_that_nothing_needs()
    {
        using ZipArchive package = feed.Open("DocGen");
        (string Name, Version Version, List<(string Name, Version Version)> Needs)[] packed =
            [.. package.Entries.Where(entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal))
                .Select(ReadAssembly)];

        IEnumerable<string> needed = packed.SelectMany(assembly => assembly.Needs).Select(need => need.Name);

        Assert.Equal(["DocGen"], packed.Select(assembly => assembly.Name).Except(needed));
    }

    [Fact]
    public void The_package_holds_what_its_layout_promises()
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
    public void The_package_depends_on_the_runtime_from_its_own_version_to_the_next_minor_one_and_on_nothing_else()
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
    public void A_release_packs_these_packages_and_symbols_and_nothing_else()
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

    // NuGet forbids a stable package to depend on a preview, and the upper bound of the runtime's range is one.
    [Fact]
    public async Task A_stable_version_is_packed_without_a_warning() =>
        Assert.DoesNotContain("warning", (await feed.PackStableAsync()).MustSucceed().Output, StringComparison.Ordinal);

    public static TheoryData<string> PackageIds =>
        ["DocGen", "DocGen.Runtime", "DocGen.Extensions.DependencyInjection", "DocGen.Extensions.Azure", "DocGen.Tool"];

    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Each_package_says_who_made_it_where_it_lives_and_under_which_licence(string id)
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
        // The pages of this version, whatever is written later.
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

        // A fence shows what a page of a user says.
        string prose = Regex.Replace(readme, "(?ms)^(`{3,4}).*?^\\1", "");
        Assert.All(Regex.Matches(prose, @"\]\(([^)]*)\)"),
            link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.NotEmpty(readme);
    }

    [Theory]
    [MemberData(nameof(PackageIds))]
    public void No_file_of_a_package_holds_a_path_of_the_machine_that_packed_it(string id)
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

    // A debugger asks the repository for a source by its path there.
    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Symbols_name_each_source_by_its_path_in_the_repository(string id)
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
                // A clone that knows no server has no addresses of sources.
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
    public void Each_library_has_its_symbols_in_a_package_of_their_own(string id)
    {
        using ZipArchive symbols = feed.OpenSymbols(id);

        Assert.Equal(
            [$"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"],
            symbols.Entries.Select(entry => entry.FullName)
                .Where(file => file.EndsWith(".pdb", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_has_a_notice_for_each_assembly_of_others_and_the_guides()
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
    public void The_package_of_the_tool_has_a_notice_for_each_assembly_of_others()
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

    /// <summary>Opens a file of symbols, or those within an assembly of ours.</summary>
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

    /// <summary>The rules that make an address of a source's path (portable PDB format, Source Link).</summary>
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
