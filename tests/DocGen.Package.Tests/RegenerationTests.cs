namespace DocGen.Package.Tests;

/// <summary>Each build sees the docs as they are, and costs nothing where they are as they were.</summary>
[Collection(PackageTests.Name)]
public class RegenerationTests(PackageFeed feed)
{
    [Fact]
    public async Task A_saved_added_or_deleted_doc_is_compiled_and_an_untouched_set_is_not()
    {
        UserProject project = feed.CreateProject(UserProject.Reference + UserProject.Docs);
        project.Write("docs/overview.md", "# Overview\n");
        Assert.True((await project.BuildAsync()).MustSucceed().RanCompiler);
        Assert.False((await project.BuildAsync()).MustSucceed().RanCompiler, "Nothing has changed.");

        project.Write("docs/overview.md", "# Overview of it\n");
        Assert.True((await project.BuildAsync("--no-restore")).MustSucceed().RanCompiler, "A doc was saved.");

        project.Write("docs/more/details.md", "# Details\n");
        Assert.True((await project.BuildAsync("--no-restore")).MustSucceed().RanCompiler, "A doc was added.");

        project.Delete("docs/more/details.md");
        Assert.True((await project.BuildAsync("--no-restore")).MustSucceed().RanCompiler, "A doc was deleted.");
        Assert.False((await project.BuildAsync("--no-restore")).MustSucceed().RanCompiler, "Nothing has changed.");
    }
}
