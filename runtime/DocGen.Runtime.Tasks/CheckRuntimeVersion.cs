using Microsoft.Build.Framework;

namespace DocGen.Runtime.Tasks;

/// <summary>
/// Stops a build whose DocGen.Runtime is not the one that DocGen, or an assembly of the build, was made for.
/// </summary>
public sealed class CheckRuntimeVersion : ITask
{
    /// <summary>The code of the error.</summary>
    public const string Code = "DGR0001";

    /// <inheritdoc/>
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc/>
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>
    /// The assemblies that are compiled against or are in the output; other files among them are ignored.
    /// </summary>
    [Required]
    public ITaskItem[] Assemblies { get; set; } = [];

    /// <summary>The analyzers, DocGen's generator among them or not.</summary>
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
