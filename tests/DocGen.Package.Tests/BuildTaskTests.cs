using DocGen.Generator.Diagnostics;
using DocGen.Tasks;

namespace DocGen.Package.Tests;

/// <summary>Tests the parts of the build task that need no build.</summary>
public class BuildTaskTests
{
    [Theory]
    [InlineData("docs/**/*.md", "/p/docs/a.md", true)]
    [InlineData("docs/**/*.md", "/p/docs/x/y/a.md", true)]
    [InlineData("docs/**/*.md", "/p/docs/a.txt", false)]
    [InlineData("docs/**/*.md", "/p/other/a.md", false)]
    [InlineData("docs/*.md", "/p/docs/x/a.md", false)]
    [InlineData("docs/**", "/p/docs/x/a.md", true)]
    [InlineData("docs/a?.md", "/p/docs/ab.md", true)]
    [InlineData("docs/a?.md", "/p/docs/a.md", false)]
    [InlineData("*.md", "/p/a.md", true)]
    [InlineData("**/*.md", "/p/x/a.md", true)]
    [InlineData("docs\\**\\*.md", "/p/docs/x/a.md", true)]
    [InlineData("../docs/**/*.md", "/docs/a.md", true)]
    [InlineData("/p/../docs/*.md", "/docs/a.md", true)]
    [InlineData("docs/a.b/*.md", "/p/docs/aXb/c.md", false)]
    [InlineData("docs/**/v1/*.md", "/p/docs/x/v1/c.md", true)]
    [InlineData("docs/**/v1/*.md", "/p/docs/v1/c.md", true)]
    [InlineData("docs/**/v1/*.md", "/p/docs/v2/c.md", false)]
    public void A_pattern_matches_the_same_paths_as_in_MSBuild(string pattern, string path, bool matches)
    {
        Assert.Equal(matches, new FilePattern(pattern, "/p").IsMatch(path));
    }

    [Theory]
    [InlineData("docs/a.md docs/b/c.md", "docs", "docs.surface.txt")]
    [InlineData("docs/b/a.md docs/b/c.md", "docs", "docs.surface.txt")]
    [InlineData("docs/b/a.md docs/b/c.md", "docs docs/b", "docs/b.surface.txt")]
    [InlineData("docs/a.md other/b.md", "docs", null)]
    [InlineData("a.md", ".", null)]
    [InlineData("../shared/a.md", "../shared", "../shared.surface.txt")]
    [InlineData("docs/a.md", "docs", "docs.surface.txt")]
    [InlineData("docs/a.md", "docs docs/a", "docs/a.surface.txt")]
    [InlineData("docs/a.md docs/b.md", "docs/a", null)]
    [InlineData("a.md", "a", "a.surface.txt")]
    public void The_surface_file_of_a_set_is_next_to_the_folder_of_its_docs(
        string docs, string accepted, string? expected)
    {
        string root = Directory.CreateTempSubdirectory("docgen-").FullName;
        string project = Directory.CreateDirectory(Path.Combine(root, "project")).FullName;
        string Full(string path) => Path.GetFullPath(Path.Combine(project, path));
        foreach (string folder in accepted.Split(' '))
        {
            Directory.CreateDirectory(Full(folder));
            File.WriteAllText(Full(folder) + ".surface.txt", "");
        }

        SetSurface set = Assigned(docs.Split(' ').Select(Full), Path.Combine(project, "p.csproj"));

        Assert.Equal(expected is null ? null : Full(expected), set.File);
        Directory.Delete(root, recursive: true);
    }

    [Theory]
    [InlineData("docs/a.md docs/b/c.md", "docs.surface.txt")]
    [InlineData("docs/b/a.md docs/b/c.md", "docs/b.surface.txt")]
    [InlineData("docs/a.md", "docs.surface.txt")]
    [InlineData("a.md", "a.surface.txt")]
    [InlineData("a.md b.md", null)]
    [InlineData("docs/a.md other/b.md", null)]
    public void A_new_surface_file_is_written_to_a_path_where_the_build_finds_it(string docs, string? expected)
    {
        string project = Path.GetFullPath("project");
        string Full(string path) => Path.GetFullPath(Path.Combine(project, path));

        SetSurface set = Assigned(docs.Split(' ').Select(Full), Path.Combine(project, "p.csproj"));

        Assert.Equal(expected is null ? null : Full(expected), set.Place);
    }

    [Theory]
    [InlineData("docs/api.md docs/b/c.md", "docs/api.surface.txt", true)]
    [InlineData("docs/b/c.md docs/b/api.md", "docs/api.surface.txt", false)]
    [InlineData("docs/api.md docs/c.md", "docs/other.surface.txt", false)]
    public void The_surface_file_of_one_page_is_found_if_the_set_has_more_pages(string docs, string file, bool isSeen)
    {
        string root = Directory.CreateTempSubdirectory("docgen-").FullName;
        string Full(string path) => Path.GetFullPath(Path.Combine(root, path));
        Directory.CreateDirectory(Full("docs/b"));
        File.WriteAllText(Full(file), "");

        SetSurface set = Assigned(docs.Split(' ').Select(Full), Full("p/p.csproj"));

        Assert.Equal(isSeen ? Full(file) : null, set.OutgrownFile);
        Directory.Delete(root, recursive: true);
    }

    private static SetSurface Assigned(IEnumerable<string> docs, string project) =>
        Assert.Single(SurfaceAssignment.Of(docs.GroupBy(_ => ""), _ => null, project));

    [Theory]
    [InlineData("docs/*.md", true)]
    [InlineData("docs/a?.md", true)]
    [InlineData("docs/a.md", false)]
    [InlineData("$(DocsRoot)/*.md", false)]
    [InlineData("@(Content)", false)]
    public void An_include_with_wildcards_and_without_MSBuild_expressions_is_a_pattern(string include, bool isPattern)
    {
        Assert.Equal(isPattern, FilePattern.IsPattern(include));
    }

    [Theory]
    [InlineData("Namspace", "Namespace")]
    [InlineData("clientname", "ClientName")]
    [InlineData("Client", null)]
    [InlineData("ServiceRot", "ServiceRoot")]
    [InlineData("Apis", "Api")]
    [InlineData("Colour", null)]
    public void The_most_similar_name_is_suggested_only_if_it_is_similar_enough(string word, string? nearest)
    {
        Assert.Equal(nearest, Suggestion.Nearest(word, DocSet.MetadataNames));
    }

    [Theory]
    [InlineData("Contoso.Drive", "Contoso.Drive")]
    [InlineData("My-App.2", "My_App._2")]
    [InlineData("a..b.", "a.b")]
    [InlineData("Ünï cödé", "Ünï_cödé")]
    [InlineData("", "ApiClients")]
    public void The_name_of_a_project_becomes_a_valid_namespace(string name, string expected)
    {
        Assert.Equal(expected, DocSet.ToNamespace(name));
    }

    [Theory]
    [InlineData("docs/a.md", true, null)]
    [InlineData("C:/docs/a#b;c [d]{e}.md", true, null)]
    [InlineData("docs/a:b.md", true, "a ':'")]
    [InlineData("docs/a\nis_global = true.md", true, "a line break or another control character")]
    [InlineData("docs/a\u2028b.md", true, "a line break or another control character")]
    [InlineData("docs/a\u0085b.md", true, "a line break or another control character")]
    [InlineData("docs/a\u0000b.md", true, "a line break or another control character")]
    [InlineData("docs/\ud83d\ude00.md", true, null)]
    [InlineData("https://api.example.com:8443/v1", false, null)]
    [InlineData("https://api.example.com/v1#a", false, "a '#'")]
    [InlineData("a;b", false, "a ';'")]
    [InlineData("Contoso.\r\nLibrary", false, "a line break or another control character")]
    public void Text_that_cannot_be_passed_to_the_compiler_is_reported(string text, bool isPath, string? found)
    {
        Assert.Equal(found, CompilerLine.Unwritable(text, isPath));
    }

    // This case is not InlineData, because an attribute's argument is UTF-8 and can't contain half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_reported() =>
        Assert.Equal("half a surrogate pair", CompilerLine.Unwritable("docs/\ud83d.md", isPath: true));
}
