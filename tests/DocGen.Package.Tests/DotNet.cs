using System.Diagnostics;

namespace DocGen.Package.Tests;

/// <summary>The output of a command, with both streams in one text, and its exit code.</summary>
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

/// <summary>Runs the SDK's command line isolated from this process, with a separate package folder.</summary>
internal static class DotNet
{
    public static string Host => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command in new processes, all of which end with the command.</summary>
    public static Task<CommandResult> RunAsync(string directory, string? packages, params string[] arguments) =>
        RunAsync(directory, packages, null, arguments);

    /// <summary>Runs a command whose builds run in a server.</summary>
    public static Task<CommandResult> RunAsync(
        string directory, string? packages, BuildServer? server, string[] arguments) =>
        RunAsync(Prepare(Host, directory, packages, server, arguments));

    /// <summary>Runs an installed tool. Its host looks for the .NET runtime in the folder of the SDK.</summary>
    public static Task<CommandResult> RunToolAsync(string tool, string directory, string[] arguments) =>
        RunAsync(Prepare(tool, directory, null, null, arguments));

    /// <summary>Returns the settings for starting a process with the environment of a user's command line.</summary>
    public static ProcessStartInfo Prepare(
        string command, string directory, string? packages, BuildServer? server, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // MSBuild started the test host, and its environment variables would change the build.
        foreach (string name in start.Environment.Keys.Where(IsOfOuterBuild).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach ((string name, string value) in server?.Environment ?? BuildServer.None)
            start.Environment[name] = value;
        if (Path.GetDirectoryName(Host) is { Length: > 0 } root)
            start.Environment["DOTNET_ROOT"] = root;
        if (packages is not null)
            start.Environment["NUGET_PACKAGES"] = packages;
        return start;
    }

    private static async Task<CommandResult> RunAsync(ProcessStartInfo start)
    {
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
