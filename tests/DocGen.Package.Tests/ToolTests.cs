namespace DocGen.Package.Tests;

/// <summary>Tests the tool after an installation from its package, without a C# project.</summary>
[Collection(PackageTests.Name)]
public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_is_installed_and_checks_docs()
    {
        UserProject folder = feed.CreateProject("");
        folder.Write("docs/lamps.md",
            "# Lamps\nThe base URL is `https://a.example.com`.\n## Get a lamp\n\n`GET /lamps/{id}`\n\n" +
            "```json\n{ \"id\": 2 }\n```\n\n## Get the state\n\n" +
            "`GET /lamps/{id}/state`\n");

        (await folder.InstallToolAsync("DocGen.Tool", feed.Version)).MustSucceed();
        CommandResult check = await folder.RunToolAsync("docgen", "check", "docs");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("docs/lamps.md(13,6): warning DG0422: ", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 page, 2 operations, 1 type, 1 warning", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocGenAccept_accepts_each_doc_set_even_if_the_code_does_not_compile()
    {
        UserProject project = feed.CreateProject($"""
            {UserProject.Reference}
            <PropertyGroup>
              <TargetFramework />
              <TargetFrameworks>net10.0</TargetFrameworks>
              <DocGenExclude>Lamps.GetState;**/none.md</DocGenExclude>
            </PropertyGroup>
            {UserProject.Docs}
            <ItemGroup>
              <ApiDoc Include="the looms/*.md" Api="Looms" />
              <ApiSurface Include="the accepted looms.txt" Api="Looms" />
            </ItemGroup>
            """);
        const string Lamp = "# Lamps\nThe base URL is `https://a.example.com`.\n## Get a lamp\n\n" +
            "`GET /lamps/{id}`\n\n```json\n{ \"id\": 2 }\n```\n";
        const string State = "\n## Get the state\n\n`GET /lamps/{id}/state`\n\n```json\n{ \"on\": true }\n```\n";
        project.Write("docs/lamps.md", Lamp + State);
        project.Write("the looms/looms.md", Lamp.Replace("amp", "oom", StringComparison.Ordinal));
        project.Write("Program.cs", "This does not compile.");

        CommandResult accept = (await project.BuildAsync("-t:DocGenAccept")).MustSucceed();

        Assert.Contains("docs.surface.txt: ", accept.Output, StringComparison.Ordinal);
        Assert.Equal("GET Lamps.Get -> 200 Lamp", Operations("docs.surface.txt"));
        Assert.Equal("GET Looms.Get -> 200 Loom", Operations("the accepted looms.txt"));

        // The build finds the files that the target has written, and reports no difference.
        project.Write("Program.cs", "_ = new App.LampGetRequest(\"2\");");
        Assert.DoesNotMatch("DG080", (await project.BuildAsync("--no-restore")).MustSucceed().Output);

        CommandResult old = await project.BuildAsync("--no-restore", "-t:DocGenAccept", "-p:NETCoreSdkVersion=9.0.300");
        Assert.Matches(
            @"error DG0808: This build runs on the \.NET SDK 9\.0\.300, and DocGenAccept needs 10\.0\.100 or later\. "
                + $"If DocGen\\.Tool {feed.Version} is installed, run: "
                + "docgen accept --set \".*DocGenSet1\\.txt\" && docgen accept --set \".*DocGenSet2\\.txt\"",
            old.MustFail().Output);

        string Operations(string file) =>
            Assert.Single(project.Read(file).Split('\n'), line => line.StartsWith("GET ", StringComparison.Ordinal));
    }
}
