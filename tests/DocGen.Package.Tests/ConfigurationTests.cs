using System.Text.Json;

namespace DocGen.Package.Tests;

/// <summary>Tests which docs the build passes to the compiler, and the options that it passes for each doc.</summary>
[Collection(PackageTests.Name)]
public class ConfigurationTests(PackageFeed feed)
{
    [Fact]
    public async Task All_ApiDoc_items_are_collected_and_missing_options_get_defaults()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <RootNamespace>Contoso.My-App.2</RootNamespace>
              <DocGenServiceRoot>https://api.contoso.com</DocGenServiceRoot>
            </PropertyGroup>
            <ItemGroup>
              <ApiDoc Include="docs/*.md" />
              <ApiDoc Include="docs/overview.md" />
              <ApiDoc Include="billing/*.md" Api="Billing" />
              <ApiDoc Include="users/*.md" Api="Users" Namespace="Contoso.People" ClientName="People"
                      ServiceRoot="https://people.contoso.com" />
            </ItemGroup>
            <Target Name="AddLate" BeforeTargets="CoreCompile">
              <ItemGroup><ApiDoc Include="$(MSBuildProjectDirectory)/late/doc.md" /></ItemGroup>
            </Target>
            """);
        project.Write("Directory.Build.props",
            """<Project><ItemGroup><ApiDoc Include="shared/*.md" /></ItemGroup></Project>""");
        foreach (string doc in (string[])["docs/overview.md", "billing/overview.md", "users/overview.md", "late/doc.md",
            "shared/overview.md"])
            project.Write(doc, UserProject.Page);

        Dictionary<string, string[]> docs = await CollectAsync(project);

        string[] unnamed = ["", "Contoso.My_App._2", "ApiClient", "https://api.contoso.com"];
        Assert.Equal(5, docs.Count);
        Assert.Equal(unnamed, docs["docs/overview.md"]);
        Assert.Equal(unnamed, docs["late/doc.md"]);
        Assert.Equal(unnamed, docs["shared/overview.md"]);
        Assert.Equal(["Billing", "Contoso.My_App._2.Billing", "BillingClient", "https://api.contoso.com"],
            docs["billing/overview.md"]);
        Assert.Equal(["Users", "Contoso.People", "People", "https://people.contoso.com"], docs["users/overview.md"]);
    }

    [Fact]
    public async Task Names_in_the_project_replace_the_defaults()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <DocGenNamespace>Contoso.Api</DocGenNamespace>
              <DocGenClientName>ContosoClient</DocGenClientName>
            </PropertyGroup>
            {UserProject.Docs}
            <ItemGroup><ApiDoc Include="billing/*.md" Api="Billing" /></ItemGroup>
            """);
        project.Write("docs/overview.md", UserProject.Page);
        project.Write("billing/overview.md", UserProject.Page);

        Dictionary<string, string[]> docs = await CollectAsync(project);

        Assert.Equal(["", "Contoso.Api", "ContosoClient", ""], docs["docs/overview.md"]);
        Assert.Equal(["Billing", "Contoso.Api.Billing", "ContosoClient", ""], docs["billing/overview.md"]);
    }

    [Theory]
    [InlineData("<DocGenInclude>Notes.*</DocGenInclude>")]
    [InlineData("<DocGenInclude>**/note-*.md</DocGenInclude>")]
    [InlineData("<DocGenExclude>Tags.Get;**/none.md</DocGenExclude>")]
    [InlineData("<DocGenInclude>**/*.md</DocGenInclude><DocGenExclude>**/tag-get.md</DocGenExclude>")]
    public async Task The_DocGenInclude_and_DocGenExclude_of_a_project_select_operations_and_types(string properties)
    {
        UserProject project = feed.CreateProject(
            $"{UserProject.Reference}<PropertyGroup>{properties}"
            + "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles></PropertyGroup>" + UserProject.Docs);
        project.Write("docs/api/note-get.md", Notes.GetPage);
        project.Write("docs/resources/note.md", Notes.ResourcePage("author"));
        project.Write("docs/api/tag-get.md", Notes.GetPage.Replace("note", "tag", StringComparison.Ordinal));
        project.Write("docs/resources/tag.md",
            Notes.ResourcePage("author").Replace("note", "tag", StringComparison.Ordinal));

        CommandResult build = (await project.BuildAsync()).MustSucceed();

        Assert.DoesNotContain("warning DG", build.Output);
        Assert.Equal(
            ["ApiClient.g.cs", "ApiClientJson.g.cs", "Note.g.cs"],
            Directory.EnumerateFiles(Path.Combine(project.Directory, "obj/Debug/net10.0/generated"), "*.g.cs",
                SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_docs_are_inputs_of_dotnet_watch_and_of_an_editors_up_to_date_check()
    {
        UserProject project = feed.CreateProject(UserProject.Reference + UserProject.Docs);
        project.Write("docs/overview.md", "# Overview\n");
        // The build finds the first file without an ApiSurface item. The last file belongs to no docs.
        foreach (string surface in (string[])["docs.surface.txt", "docs/overview.surface.txt", "other.surface.txt"])
            project.Write(surface, "docgen-surface 1\n");
        (await project.BuildAsync("-t:Restore")).MustSucceed();

        CommandResult items = (await project.BuildAsync("--no-restore",
            "-getItem:Watch,UpToDateCheckInput,AvailableItemName")).MustSucceed();

        JsonElement all = JsonDocument.Parse(items.Output).RootElement.GetProperty("Items");
        string[] expected = ["docs.surface.txt", "docs/overview.md", "docs/overview.surface.txt"];
        foreach (string type in (string[])["Watch", "UpToDateCheckInput"])
        {
            IEnumerable<string> full = Identities(all, type).Select(path => Path.Combine(project.Directory, path));
            Assert.Equal(
                expected,
                full.Select(path => Path.GetRelativePath(project.Directory, path)).Order(StringComparer.Ordinal));
        }

        Assert.Contains("ApiDoc", Identities(all, "AvailableItemName"));
    }

    [Fact]
    public async Task An_editor_gets_the_docs_before_the_first_build()
    {
        UserProject project = feed.CreateProject(UserProject.Reference + UserProject.Docs);
        project.Write("docs/overview.md", "# Overview\n");
        (await project.BuildAsync("-t:Restore")).MustSucceed();

        CommandResult build = (await project.BuildAsync(
            "--no-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true",
            "-p:ProvideCommandLineArgs=true",
            "-p:BuildingInsideVisualStudio=false", "-getItem:CscCommandLineArgs")).MustSucceed();

        string[] arguments = [.. Identities(JsonDocument.Parse(build.Output).RootElement.GetProperty("Items"),
            "CscCommandLineArgs")];
        Assert.Contains("/additionalfile:docs/overview.md", arguments);
        Assert.Contains(arguments,
            argument => argument.StartsWith("/analyzerconfig:", StringComparison.Ordinal)
                && argument.EndsWith("App.DocGen.globalconfig", StringComparison.Ordinal));
        Assert.Contains(arguments,
            argument => argument.StartsWith("/analyzer:", StringComparison.Ordinal)
                && argument.EndsWith("DocGen.dll", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(project.Directory, "App.dll", SearchOption.AllDirectories));
    }

    /// <summary>
    /// Returns the set name, namespace, client name and service root that the compiler gets for each doc.
    /// </summary>
    private static async Task<Dictionary<string, string[]>> CollectAsync(UserProject project)
    {
        CommandResult build = (await project.BuildAsync()).MustSucceed();
        Assert.DoesNotContain("warning DG", build.Output);
        string config = Directory
            .EnumerateFiles(Path.Combine(project.Directory, "obj"), "App.DocGen.globalconfig",
                SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Single();
        return config
            .Split("\n[", StringSplitOptions.None)
            .Skip(1)
            .Select(section => section.Split('\n', StringSplitOptions.TrimEntries))
            .ToDictionary(
                lines => Path.GetRelativePath(project.Directory, lines[0].TrimEnd(']')).Replace('\\', '/'),
                lines => (string[])
                [
                    Value(lines, "DocGenApi"), Value(lines, "DocGenNamespace"), Value(lines, "DocGenClientName"),
                    Value(lines, "DocGenServiceRoot"),
                ]);
    }

    private static string Value(string[] lines, string name)
    {
        string prefix = $"build_metadata.AdditionalFiles.{name} =";
        return lines.Single(line => line.StartsWith(prefix, StringComparison.Ordinal))[prefix.Length..].Trim();
    }

    private static IEnumerable<string> Identities(JsonElement items, string type) =>
        items.GetProperty(type).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/'));
}
