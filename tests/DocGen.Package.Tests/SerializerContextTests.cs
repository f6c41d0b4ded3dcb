namespace DocGen.Package.Tests;

/// <summary>
/// Tests the source generator of System.Text.Json with emitted types. It can read them only from another project.
/// </summary>
[Collection(PackageTests.Name)]
public class SerializerContextTests(PackageFeed feed)
{
    [Fact]
    public async Task A_serializer_context_in_another_project_reads_and_writes_types_of_the_client()
    {
        UserProject library = feed.CreateProject(
            UserProject.Reference + UserProject.Docs
                + "<PropertyGroup><OutputType>Library</OutputType><RootNamespace>App</RootNamespace></PropertyGroup>",
            "Library");
        library.Write("docs/api/note-get.md", Notes.GetPage);
        library.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        library.Delete("Program.cs");
        UserProject app = feed.CreateProject($"""
            <PropertyGroup>
              <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
            </PropertyGroup>
            <ItemGroup><ProjectReference Include="{library.Directory}/Library.csproj" /></ItemGroup>
            """);
        app.Write("Program.cs", """"
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using App;

            Shelf shelf = JsonSerializer.Deserialize(
                """{ "Notes": [{ "text": "a", "author": null, "later": 1 }] }""", MyJson.Default.Shelf)!;
            shelf.Notes![0].Text = "b";
            Console.WriteLine(JsonSerializer.Serialize(shelf, MyJson.Default.Shelf));
            var options = new JsonSerializerOptions { TypeInfoResolver = ApiClientJson.Default };
            Console.WriteLine(JsonSerializer.Serialize(shelf.Notes[0], options.GetTypeInfo(typeof(Note))));

            internal sealed class Shelf
            {
                public List<Note>? Notes { get; set; }
            }

            [JsonSerializable(typeof(Shelf))]
            internal sealed partial class MyJson : JsonSerializerContext;
            """");

        (await app.BuildAsync()).MustSucceed();
        CommandResult run = (await app.RunAsync()).MustSucceed();

        Assert.Equal(
            """
            {"Notes":[{"author":null,"text":"b","later":1}]}
            {"author":null,"text":"b","later":1}
            """,
            run.Output.Trim().ReplaceLineEndings("\n"));
    }
}
