using System.Diagnostics;

namespace DocGen.Package.Tests;

/// <summary>What a command printed, both streams together, and how it ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>Whether the build ran the C# compiler; needs the output of <c>-v:normal</c>.</summary>
    public bool RanCompiler => !Output.Contains("Skipping target \"CoreCompile\"", StringComparison.Ordinal);

    public CommandResult MustSucceed()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public CommandResult MustFail()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }
}

/// <summary>Runs the SDK's command line apart from this process: its own packages, no server and no node left
/// behind.</summary>
internal static class DotNet
{
    private static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<CommandResult> RunAsync(string directory, string? packages, params string[] arguments) =>
        StartAsync(Host, directory, packages, arguments);

    /// <summary>Runs the host of an installed tool, which looks for the runtime where the SDK has it.</summary>
    public static Task<CommandResult> RunToolAsync(string tool, string directory, string[] arguments) =>
        StartAsync(tool, directory, null, arguments);

    private static async Task<CommandResult> StartAsync(string command, string directory, string? packages,
        string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The test host was itself started by MSBuild, whose variables would lead a build astray.
        foreach (string name in start.Environment.Keys.Where(IsOfOuterBuild).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        if (Path.GetDirectoryName(Host) is { Length: > 0 } root)
            start.Environment["DOTNET_ROOT"] = root;
        if (packages is not null)
            start.Environment["NUGET_PACKAGES"] = packages;

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandResult(process.ExitCode, await output + await error);
    }

    private static bool IsOfOuterBuild(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("ContinuousIntegrationBuild", StringComparison.OrdinalIgnoreCase);
}
