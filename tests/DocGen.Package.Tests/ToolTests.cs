namespace DocGen.Package.Tests;

/// <summary>The tool, installed from its package as a docs team installs it: without a C# project.</summary>
[Collection(PackageTests.Name)]
public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_is_installed_and_checks_docs()
    {
        UserProject folder = feed.CreateProject("");
        folder.Write("docs/lamps.md", "# Lamps\n\n## Get a lamp\n\n`GET /lamps/{id}`\n\n```json\n{ \"id\": 2 }\n```\n\n## Get the state\n\n`GET /lamps/{id}/state`\n");

        (await folder.InstallToolAsync("DocGen.Tool", feed.Version)).MustSucceed();
        CommandResult check = await folder.RunToolAsync("docgen", "check", "docs");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("docs/lamps.md(13,6): warning DG0422: ", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 page, 2 operations, 1 type, 1 warning", check.Output, StringComparison.Ordinal);
    }
}
