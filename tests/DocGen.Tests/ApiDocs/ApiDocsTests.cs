using System.Reflection;
using DocGen.Corpus;
using DocGen.Generator;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.ApiDocs;

/// <summary>
/// Tests of the apidocs. They follow the annotated dialect, so DocGen must report nothing about them.
/// </summary>
public class ApiDocsTests
{
    [Fact]
    public async Task The_docs_give_no_finding_and_the_client_compiles_without_a_warning()
    {
        GeneratorTestResult result = await GenerateAsync(crlf: false);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            [
                "AsyncJobState.g.cs", "AsyncJobStatus.g.cs", "BaseItem.g.cs", "ConflictBehavior.g.cs", "Deleted.g.cs",
                "Drive.g.cs", "DriveClient.g.cs", "DriveClientJson.g.cs", "DriveItem.g.cs", "DriveItemVersion.g.cs",
                "DriveRecipient.g.cs", "DriveTypeResource.g.cs",
                "Error.g.cs", "FileResource.g.cs", "Folder.g.cs", "Hashes.g.cs", "Identity.g.cs", "IdentitySet.g.cs",
                "ItemReference.g.cs", "LinkScope.g.cs", "LinkType.g.cs", "Permission.g.cs", "PermissionRole.g.cs",
                "Quota.g.cs",
                "SharingLink.g.cs", "UploadSession.g.cs",
            ],
            result.GeneratedSources.Keys);
    }

    [Fact]
    public async Task Line_endings_do_not_change_the_output()
    {
        GeneratorTestResult lf = await GenerateAsync(crlf: false);
        GeneratorTestResult crlf = await GenerateAsync(crlf: true);

        Assert.Equal(lf.GeneratedSources, crlf.GeneratedSources);
    }

    [Fact]
    public async Task Each_page_on_an_operation_makes_a_method()
    {
        GeneratorTestResult result = await GenerateAsync(crlf: false);

        using EmittedAssembly client = result.Load();
        Assert.Equal(
            [
                "CopyAsync", "CreateChildAsync", "CreateLinkAsync", "CreateUploadSessionAsync", "DeleteAsync",
                "DeltaAsync",
                "DownloadContentAsync", "GetAsync", "InviteAsync", "ListChildrenAsync", "ListPermissionsAsync",
                "ListVersionsAsync",
                "MoveAsync", "SearchAsync", "UpdateAsync", "UploadContentAsync", "UploadFromUrlAsync",
                "UploadMultipartAsync",
            ],
            Methods(client, "DriveItem"));
        Assert.Equal(["GetAsync"], Methods(client, "Drive"));
        Assert.Equal(["RestoreVersionAsync"], Methods(client, "DriveItemVersion"));
        Assert.Equal(["DeleteAsync", "GetAsync"], Methods(client, "Permission"));
    }

    [Fact]
    public async Task The_response_to_the_last_range_of_an_upload_is_the_documented_item()
    {
        GeneratorTestResult result = await GenerateAsync(crlf: false);

        using EmittedAssembly client = result.Load();
        Type session = client.GetType("Example.Drive.DriveItemCreateUploadSessionResponse").BaseType!;
        Assert.Equal(["UploadSession", "DriveItem"], session.GetGenericArguments().Select(type => type.Name));
    }

    private static IEnumerable<string> Methods(EmittedAssembly client, string resource) =>
        client.GetType($"Example.Drive.{resource}Operations")
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(method => method.Name).Order(StringComparer.Ordinal);

    private static async Task<GeneratorTestResult> GenerateAsync(bool crlf)
    {
        var test = new CSharpSourceGeneratorTest<DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck
        };
        Assembly assembly = typeof(ApiDocsTests).Assembly;
        string[] pages = [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("apidocs/", StringComparison.Ordinal))];
        Assert.NotEmpty(pages);
        foreach (string page in pages.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(page)!);
            string text = (await reader.ReadToEndAsync()).ReplaceLineEndings(crlf ? "\r\n" : "\n");
            test.TestState.AddApiDoc(page, text, @namespace: "Example.Drive", clientName: "DriveClient");
        }

        return await test.RunAsync();
    }

    [Fact]
    public void Removing_a_page_of_the_apidocs_renames_nothing_on_other_pages()
    {
        var stability = NameStability.Of([DocFolders.ApiDocsFolder], int.MaxValue, seed: 1);

        Assert.InRange(stability.Pages, 40, 100);
        Assert.Empty(stability.Types);
        Assert.Empty(stability.Operations);
        Assert.Empty(stability.Differences);
    }

    [Fact]
    public void The_apidocs_have_no_badly_formed_name() =>
        Assert.All(NameCensus.Of(CorpusRun.NamesOf([DocFolders.ApiDocsFolder])), found => Assert.Empty(found.Value));
}
