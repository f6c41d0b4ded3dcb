namespace DocGen.Package.Tests;

/// <summary>
/// Tests that common configuration mistakes are reported with a code, a location and a suggested fix.
/// </summary>
[Collection(PackageTests.Name)]
public class MisconfigurationTests(PackageFeed feed)
{
    [Fact]
    public async Task A_reference_without_docs_is_a_warning_that_suggests_an_ApiDoc_item()
    {
        UserProject project = feed.CreateProject(UserProject.Reference);

        CommandResult build = (await project.BuildAsync()).MustSucceed();

        Assert.Contains("warning DG0002", build.Output);
        Assert.Contains("<ApiDoc Include=\"docs/**/*.md\" />", build.Output);
    }

    [Fact]
    public async Task A_pattern_without_matches_is_a_warning_at_its_line()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
            {UserProject.Docs}
            <ItemGroup><ApiDoc Include="dosc/**/*.md" Api="Billing" /></ItemGroup>
            <ItemGroup>
              <ApiSurface Include="accepted.txt" />
              <ApiSurface Include="old.txt" />
              <ApiSurface Include="billing.txt" Api="Billing" />
              <ApiSurface Include="api/*.txt" Apis="Users" />
              <ApiSurface Update="old.txt" Apis="Users" />
            </ItemGroup>
            """);
        project.Write("docs/overview.md", "# Overview\n");
        project.Write("accepted.txt", "docgen-surface 1\n");

        CommandResult build = (await project.BuildAsync()).MustSucceed();

        Assert.Matches(
            @"App\.csproj\(12,\d+\): warning DG0002: The ApiDoc pattern 'dosc/\*\*/\*\.md' matches no file: "
            + @"there is no directory 'dosc'; did you mean 'docs'\?", build.Output);
        // A surface file that belongs to no docs is reported too.
        foreach (string warning in (string[])
            [
                @"15,\d+\): warning DG0807: The ApiSurface 'old\.txt' pins nothing: "
                + @"the set without a name has 'accepted\.txt' already\.",
                @"16,\d+\): warning DG0807: The ApiSurface 'billing\.txt' pins nothing: "
                + @"there are no docs of the set 'Billing'\.",
                @"17,\d+\): warning DG0807: The ApiSurface pattern 'api/\*\.txt' matches no file: "
                + @"there is no directory 'api'",
                @"17,\d+\): warning DG0004: ApiSurface has no metadata 'Apis', .*; did you mean 'Api'\?",
            ])
        {
            Assert.Matches(@"App\.csproj\(" + warning, build.Output);
        }

        Assert.DoesNotContain("'accepted.txt' pins nothing", build.Output);

        build = (await project.BuildAsync("-p:DocGenWarningsAsErrors=true")).MustFail();

        Assert.Contains("error DG0002", build.Output);
        Assert.Contains("error DG0807", build.Output);
    }

    [Fact]
    public async Task A_pattern_in_a_shared_file_is_reported_in_that_file()
    {
        UserProject project = feed.CreateProject(UserProject.Reference);
        project.Write("Directory.Build.props", """
            <Project>
              <ItemGroup>
                <ApiDoc Include="$(MSBuildThisFileDirectory)specs/*.md" />
              </ItemGroup>
            </Project>
            """);

        CommandResult build = (await project.BuildAsync()).MustSucceed();

        Assert.Matches(@"Directory\.Build\.props\(3,\d+\): warning DG0002", build.Output);

        project.Write("specs/overview.md", UserProject.Page);

        Assert.DoesNotContain("warning DG", (await project.BuildAsync()).MustSucceed().Output);
    }

    [Fact]
    public async Task Docs_that_do_not_exist_and_directories_are_errors_at_their_line()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <ItemGroup>
              <ApiDoc Include="docs/gone.md" />
              <ApiDoc Include="docs" />
            </ItemGroup>
            """);
        project.Write("docs/overview.md", "# Overview\n");

        CommandResult build = (await project.BuildAsync()).MustFail();

        Assert.Matches(@"App\.csproj\(11,\d+\): error DG0003: The ApiDoc 'docs/gone\.md' does not exist\.",
            build.Output);
        Assert.Matches(@"App\.csproj\(12,\d+\): error DG0003: The ApiDoc 'docs' is a directory\. .*'docs/\*\*/\*\.md'",
            build.Output);
    }

    [Fact]
    public async Task Misspelt_metadata_and_properties_are_warnings_that_suggest_the_nearest_name()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <ItemGroup>
              <ApiDoc Include="docs/**/*.md" Namspace="Contoso" Link="docs/%(Filename)" />
              <ApiDoc Update="docs/**/*.md">
                <Colour>blue</Colour>
              </ApiDoc>
            </ItemGroup>
            <PropertyGroup>
              <DocGenNamspace>Contoso</DocGenNamspace>
              <DocGenClientName>Client</DocGenClientName>
              <DocGenOwnColour>blue</DocGenOwnColour>
            </PropertyGroup>
            """);
        project.Write("docs/overview.md", "# Overview\n");

        CommandResult build = (await project.BuildAsync()).MustSucceed();

        Assert.Matches(@"App\.csproj\(11,\d+\): warning DG0004: .*'Namspace'.*did you mean 'Namespace'\?",
            build.Output);
        Assert.Matches(@"App\.csproj\(13,\d+\): warning DG0004: .*'Colour'.* Api, ClientName, Namespace, ServiceRoot",
            build.Output);
        Assert.DoesNotContain("'Link'", build.Output);
        Assert.Matches(
            @"App\.csproj\(17,\d+\): warning DG0004: The property 'DocGenNamspace' has no effect; "
            + "did you mean 'DocGenNamespace'\\?",
            build.Output);
        Assert.DoesNotContain("'DocGenClientName'", build.Output);
        Assert.DoesNotContain("'DocGenOwnColour'", build.Output);
    }

    [Theory]
    [InlineData("11", true)]
    [InlineData("7.3", true)]
    [InlineData("12", false)]
    [InlineData("12.0", false)]
    [InlineData("latest", false)]
    public async Task A_language_version_that_is_too_old_is_an_error(string version, bool isTooOld)
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <LangVersion>{version}</LangVersion>
              <Nullable>disable</Nullable>
              <ImplicitUsings>disable</ImplicitUsings>
            </PropertyGroup>
            {UserProject.Docs}
            """);
        project.Write("docs/overview.md", "# Overview\n");
        project.Write("Program.cs", "static class Program { static void Main() { } }");

        // The build stops after the target that checks the configuration, because this test needs no compilation.
        CommandResult build = await project.BuildAsync("-t:Restore;ResolveReferences;DocGenCollectApiDocs");

        Assert.Equal(isTooOld, build.Output
            .Contains(
                $"error DG0001: The generated client needs C# 12 or later, but this project is compiled as C# " +
                $"{version}."));
        Assert.Equal(isTooOld, build.ExitCode != 0);
    }

    [Fact]
    public async Task A_doc_in_two_sets_is_an_error_with_the_names_of_both_sets()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            {UserProject.Docs}
            <ItemGroup><ApiDoc Include="docs/billing/**/*.md" Api="Billing" /></ItemGroup>
            """);
        project.Write("docs/overview.md", "# Overview\n");
        project.Write("docs/billing/overview.md", "# Overview\n");

        CommandResult build = (await project.BuildAsync()).MustFail();

        Assert.Matches(
            "error DG0010: The doc 'docs[/\\\\]billing[/\\\\]overview.md' belongs to the set without a name and to " +
            "the set 'Billing'", build.Output);
    }

    [Fact]
    public async Task Names_that_are_not_identifiers_are_errors()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <DocGenNamespace>Contoso.1st</DocGenNamespace>
              <DocGenClientName>My Client</DocGenClientName>
            </PropertyGroup>
            {UserProject.Docs}
            """);
        project.Write("docs/api/note-get.md", Notes.GetPage);

        CommandResult build = (await project.BuildAsync()).MustFail();

        Assert.Matches("error DG0005: 'Contoso\\.1st'", build.Output);
        Assert.Matches("error DG0005: 'My Client'", build.Output);
    }

    [Fact]
    public async Task A_mistake_in_a_doc_fails_the_build_only_if_DocGenWarningsAsErrors_is_set()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
            {UserProject.Docs}
            """);
        project.Write("docs/note.md", "# A note\n\n<!-- { \"blockType\": \"requst\" } -->\n```http\nGET /notes\n```\n");
        project.Write("docs/tickets.md", UserProject.Page);
        const string Lenient = "-p:TreatWarningsAsErrors=false", AsErrors = "-p:DocGenWarningsAsErrors=true";

        // TreatWarningsAsErrors keeps findings as warnings. DocGenWarningsAsErrors makes them errors, with and without
        // TreatWarningsAsErrors.
        Assert.Matches(@"note\.md\(3,\d+\): warning DG0102", (await BuildAsync()).MustSucceed().Output);
        Assert.Matches(@"note\.md\(3,\d+\): error DG0102", (await BuildAsync(AsErrors)).MustFail().Output);
        Assert.Matches(@"note\.md\(3,\d+\): error DG0102", (await BuildAsync(AsErrors, Lenient)).MustFail().Output);

        // A severity that the project configures takes precedence, with and without TreatWarningsAsErrors.
        SetSeverity("none");
        Assert.DoesNotContain("DG0102:", (await BuildAsync(AsErrors)).MustSucceed().Output);
        SetSeverity("error");
        Assert.Matches(@"note\.md\(3,\d+\): error DG0102", (await BuildAsync()).MustFail().Output);
        Assert.Matches(@"note\.md\(3,\d+\): error DG0102", (await BuildAsync(Lenient)).MustFail().Output);

        Task<CommandResult> BuildAsync(params string[] arguments) =>
            project.BuildAsync(["--no-incremental", .. arguments]);

        void SetSeverity(string severity) =>
            project.Write(".globalconfig", $"is_global = true\ndotnet_diagnostic.DG0102.severity = {severity}\n");
    }
}
