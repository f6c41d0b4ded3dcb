namespace DocGen.Package.Tests;

/// <summary>Tests the line that a build prints for each client.</summary>
[Collection(PackageTests.Name)]
public class BuildMessageTests(PackageFeed feed)
{
    [Fact]
    public async Task A_build_that_generates_prints_the_pages_and_operations_of_each_client()
    {
        UserProject project = feed.CreateProject(UserProject.Reference + """
            <ItemGroup>
              <ApiDoc Include="docs/**/*.md" />
              <ApiDoc Include="users/*.md" Api="Users" />
            </ItemGroup>
            """);
        project.Write("docs/api/note-get.md", Notes.GetPage);
        project.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        project.Write("users/tickets.md", UserProject.Page);

        string[] first = Messages((await project.BuildAsync()).MustSucceed());
        string[] unchanged = Messages((await project.BuildAsync("--no-restore")).MustSucceed());
        project.Write("users/tickets.md", UserProject.Page + "\n## Delete a ticket\n\n`DELETE /tickets/{id}`\n");
        string[] edited = Messages((await project.BuildAsync("--no-restore")).MustSucceed());
        project.Delete("docs/resources/note.md");
        string[] silent = Messages((await project.BuildAsync("--no-restore", "-p:DocGenBuildMessage=false"))
            .MustSucceed());

        Assert.Equal(
            ["DocGen: App.ApiClient: 2 pages, 1 operation", "DocGen: App.Users.UsersClient: 1 page, 1 operation"],
            first);
        Assert.Empty(unchanged);
        Assert.Equal(
            ["DocGen: App.ApiClient: 2 pages, 1 operation", "DocGen: App.Users.UsersClient: 1 page, 2 operations"],
            edited);
        Assert.Empty(silent);
    }

    private static string[] Messages(CommandResult build) =>
        [.. build.Output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith("DocGen: ", StringComparison.Ordinal))];
}
