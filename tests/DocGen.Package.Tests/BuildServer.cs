using System.Diagnostics;
using System.Reflection;

namespace DocGen.Package.Tests;

/// <summary>
/// A server of MSBuild, which starts one of the compiler: two processes for the builds of all tests. A build by it
/// takes about a fifth of the processor time of one in new processes, which start MSBuild and Roslyn anew. No other
/// build of this machine can reach the two, and they end with this object.
/// </summary>
internal sealed class BuildServer : IDisposable
{
    private readonly string _name = $"docgen-{Guid.NewGuid():n}";
    private readonly Process _process;

    /// <param name="directory">The directory that the server runs in.</param>
    /// <param name="packages">The folder of its packages.</param>
    public BuildServer(string directory, string packages)
    {
        string msbuild = typeof(BuildServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "MSBuild").Value!;
        _process = Process.Start(
            DotNet.Prepare(DotNet.Host, directory, packages, this, msbuild, "-nologo", "-nodemode:8"))!;
        // Nothing is expected of it, but a full pipe would stop it.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What a command's environment says to build in processes that end with it.</summary>
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>What a command's environment says to build by this server.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1",
        ["MSBUILDNODEHANDSHAKESALT"] = _name,
        ["UseSharedCompilation"] = "true",
        ["SharedCompilationId"] = _name,
        // Should this process be killed: how long the server waits for the next build, in milliseconds.
        ["MSBUILDNODECONNECTIONTIMEOUT"] = "300000",
        // For small programs, code that is compiled a second time for its speed costs more than it saves.
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_TieredPGO"] = "0",
        ["DOTNET_TC_CallCounting"] = "0",
    };

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        // The socket of the compiler server, which had no time to delete it.
        File.Delete(Path.Combine(Path.GetTempPath(), _name));
    }
}
