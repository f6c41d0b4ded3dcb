using Microsoft.Build.Framework;

namespace DocGen.Runtime.Tasks;

/// <summary>
/// Fails a build if its version of DocGen.Runtime does not fit the generator or one of the build's assemblies.
/// </summary>
public sealed class CheckRuntimeVersion : ITask
{
    /// <summary>The code of the error.</summary>
    public const string Code = "DGR0001";

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The assemblies that the build references or copies to the output; other files are ignored.</summary>
    [Required]
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>The analyzers, which may include DocGen's generator.</summary>
    public ITaskItem[] Analyzers { get; set; } = [];

    /// <inheritdoc/>
    public bool Execute()
    {
        string[] faults = [.. RuntimeVersions.Compare(Paths(Assemblies), Paths(Analyzers))];
        foreach (string fault in faults)
        {
            BuildEngine.LogErrorEvent(
                new BuildErrorEventArgs("", Code, "", 0, 0, 0, 0, fault, "", nameof(CheckRuntimeVersion)));
        }
        return faults.Length == 0;
    }

    private static IEnumerable<string> Paths(ITaskItem[] items) => items.Select(static item => item.ItemSpec);
}
