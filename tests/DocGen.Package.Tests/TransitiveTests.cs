namespace DocGen.Package.Tests;

/// <summary>Tests that a project can use a library built with DocGen like any other library.</summary>
[Collection(PackageTests.Name)]
public class TransitiveTests(PackageFeed feed)
{
    [Fact]
    public async Task A_project_that_references_a_library_built_with_DocGen_gets_no_warnings()
    {
        UserProject library = feed.CreateProject(
            UserProject.Reference + UserProject.Docs
                + "<PropertyGroup><OutputType>Library</OutputType></PropertyGroup>", "Library");
        library.Write("docs/overview.md", UserProject.Page);
        library.Write("Program.cs", "public static class Greeting { public const string Text = \"hello\"; }");
        UserProject app = feed.CreateProject(
            $"""<ItemGroup><ProjectReference Include="{library.Directory}/Library.csproj" /></ItemGroup>""");
        app.Write("Program.cs", "Console.WriteLine(Greeting.Text);");

        CommandResult build = (await app.BuildAsync()).MustSucceed();
        CommandResult run = (await app.RunAsync()).MustSucceed();

        Assert.DoesNotContain("warning DG", build.Output);
        Assert.Equal("hello", run.Output.Trim());
        Assert.True(File.Exists(Path.Combine(app.Directory, "bin/Debug/net10.0/DocGen.Runtime.dll")),
            "The runtime is copied to the output of the app.");
    }
}
