namespace DocGen.Package.Tests;

/// <summary>
/// Tests the target of a project with several target frameworks. MSBuild runs only the target, without a build.
/// </summary>
[Collection(PackageTests.Name)]
public class MultiTargetingTests(PackageFeed feed)
{
    [Theory]
    [InlineData("net10.0")]
    [InlineData("net10.0;net8.0;netstandard2.0")]
    [InlineData("\n net10.0;\n net10.0;\n net8.0;\n")]
    public async Task DocGenAccept_runs_only_for_the_first_target_framework(string frameworks)
    {
        string folder = Directory.CreateTempSubdirectory("docgen-").FullName;
        string targets = Path.Combine(
            PackageFeed.RepositoryRoot(), "generator", "DocGen", "build", "DocGen.MultiTargeting.targets");
        File.WriteAllText(Path.Combine(folder, "p.proj"), $"""
            <Project>
              <PropertyGroup>
                <TargetFrameworks>{frameworks}</TargetFrameworks>
              </PropertyGroup>
              <Import Project="{targets}" Condition="'$(TargetFramework)' == ''" />
              <Import Project="inner.targets" Condition="'$(TargetFramework)' != ''" />
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "inner.targets"), """
            <Project>
              <Target Name="DocGenAccept">
                <Message Importance="high" Text="accepted by '$(TargetFramework)'" />
              </Target>
            </Project>
            """);

        CommandResult run = await DotNet.RunAsync(
            folder, null, feed.Server, ["msbuild", "-nologo", "-m:1", "-t:DocGenAccept"]);

        Assert.Equal("accepted by 'net10.0'", run.MustSucceed().Output.Trim());
        Directory.Delete(folder, recursive: true);
    }
}
