namespace DocGen.Package.Tests;

/// <summary>
/// Tests an app with a client, and a test project whose requests get the examples of the same docs as responses.
/// </summary>
[Collection(PackageTests.Name)]
public class ExamplesTests(PackageFeed feed)
{
    [Fact]
    public async Task A_test_project_gets_the_examples_of_the_docs_as_responses()
    {
        UserProject app = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <OutputType>Library</OutputType>
              <DocGenServiceRoot>https://notes.contoso.com/v1</DocGenServiceRoot>
            </PropertyGroup>
            {UserProject.Docs}
            """);
        app.Write("docs/api/note-get.md", Notes.GetPage);
        app.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        app.Write("Program.cs", """
            namespace App;

            public static class Reader
            {
                public static async Task<string> ReadAsync(ApiClient client) =>
                    (await client.Notes.GetAsync(new("7"))).Value.Text!;
            }
            """);
        UserProject tests = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <GenerateDocumentationFile>true</GenerateDocumentationFile>
              <NoWarn>CS1591</NoWarn>
              <DocGenExamplesOnly>true</DocGenExamplesOnly>
            </PropertyGroup>
            <ItemGroup>
              <ProjectReference Include="{app.Directory}/App.csproj" />
              <ApiDoc Include="{app.Directory}/docs/**/*.md" />
            </ItemGroup>
            """, "Tests");
        tests.Write("Program.cs", """
            using var http = new HttpClient(Tests.ApiClientExamples.CreateHandler());
            using var client = new App.ApiClient(new App.ApiClientOptions { HttpClient = http });
            Console.WriteLine(await App.Reader.ReadAsync(client));
            """);

        CommandResult build = (await tests.BuildAsync()).MustSucceed();
        CommandResult run = (await tests.RunAsync()).MustSucceed();

        Assert.Contains("0 Warning(s)", build.Output);
        Assert.Equal("Buy milk", run.Output.Trim());
    }
}
