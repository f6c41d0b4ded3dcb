namespace DocGen.Package.Tests;

/// <summary>Tests that a project needs only two lines: the package reference and the <c>ApiDoc</c> item.</summary>
[Collection(PackageTests.Name)]
public class ClientTests(PackageFeed feed)
{
    [Fact]
    public async Task A_client_is_generated_from_docs_compiled_and_run()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <GenerateDocumentationFile>true</GenerateDocumentationFile>
              <DocGenServiceRoot>https://notes.contoso.com/v1</DocGenServiceRoot>
            </PropertyGroup>
            {UserProject.Docs}
            """);
        project.Write("docs/api/note-get.md", Notes.GetPage);
        project.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        project.Write("Program.cs", """"
            using App;

            using var http = new HttpClient(new NoteService());
            using var client = new ApiClient(new ApiClientOptions { HttpClient = http });
            Note note = await client.Notes.GetAsync(new NoteGetRequest("7"));
            Console.WriteLine($"{note.Text} ({note.Author})");

            internal sealed class NoteService : HttpMessageHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(
                    HttpRequestMessage request, CancellationToken cancellationToken) =>
                    Task.FromResult(new HttpResponseMessage
                    {
                        Content = new StringContent(
                            $$"""{ "id": "7", "text": "{{request.Method}} {{request.RequestUri}}", "author": "Ada" }""",
                            System.Text.Encoding.UTF8,
                            "application/json"),
                    });
            }
            """");

        CommandResult build = (await project.BuildAloneAsync()).MustSucceed();
        CommandResult run = (await project.RunAsync()).MustSucceed();

        Assert.DoesNotContain("warning", build.Output.Split("Build succeeded")[1].Split("0 Warning(s)")[0]);
        Assert.Equal("GET https://notes.contoso.com/v1/notes/7 (Ada)", run.Output.Trim());
    }
}
