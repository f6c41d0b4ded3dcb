using System.Diagnostics;
using System.Reflection;

namespace DocGen.Package.Tests;

/// <summary>
/// Runs an MSBuild server and the compiler server that it starts. These two processes run the builds of all tests. A
/// build takes about a fifth of the processor time of a build in new processes, because MSBuild and Roslyn are already
/// loaded. No other build on this machine can use the two processes, and disposing of this object ends them.
/// </summary>
internal sealed class BuildServer : IDisposable
{
    private readonly string _name = $"docgen-{Guid.NewGuid():n}";
    private readonly Process _process;

    /// <param name="directory">The directory that the server runs in.</param>
    /// <param name="packages">The NuGet package folder of its builds.</param>
    public BuildServer(string directory, string packages)
    {
        string msbuild = typeof(BuildServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "MSBuild").Value!;
        _process = Process.Start(
            DotNet.Prepare(DotNet.Host, directory, packages, this, msbuild, "-nologo", "-nodemode:8"))!;
        // The output is not used, but the server would stop if the pipe were full.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The environment variables of a command whose build processes end with the command.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>The environment variables of a command that builds in this server.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDNODEHANDSHAKESALT"] = _name,
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = _name,
        // If this process is killed, the server ends after this many milliseconds without a build.
        ["MSBUILDNODECONNECTIONTIMEOUT"] = "300000",
        // For small programs, compiling code a second time for speed costs more time than it saves.
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
    };

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        // The compiler server was killed, so it could not delete its socket.
        File.Delete(Path.Combine(Path.GetTempPath(), _name));
    }
}
