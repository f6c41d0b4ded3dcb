using System.Text.RegularExpressions;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Selects the warnings that stay warnings in a build that treats warnings as errors. Leaves out each warning that a
/// global configuration file of the project sets to error, because the compiler option <c>/warnaserror-</c> for the
/// selected warnings would override the file.
/// </summary>
public sealed class SelectWarnings : ITask
{
    private static readonly Regex Error = new(
        @"^\s*dotnet_diagnostic\.(?<id>\w+)\.severity\s*=\s*error\b",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex IsGlobal = new(
        @"^\s*is_global\s*=\s*true\b",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <inheritdoc />
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc />
    public ITaskHost HostObject { get; set; } = null!;

    /// <summary>The ids of all warnings, separated by semicolons.</summary>
    [Required]
    public string Ids { get; set; } = "";

    /// <summary>
    /// The project's analyzer configuration files. Files that are not global are ignored, because the compiler ignores
    /// them for docs too.
    /// </summary>
    public ITaskItem[] ConfigurationFiles { get; set; } = [];

    /// <summary>The selected ids, separated by semicolons.</summary>
    [Output]
    public string Kept { get; set; } = "";

    /// <inheritdoc />
    public bool Execute()
    {
        var errors = new HashSet<string>(
            ConfigurationFiles.Select(file => file.GetMetadata("FullPath")).Where(File.Exists).SelectMany(ErrorsOf),
            StringComparer.OrdinalIgnoreCase);
        Kept = string.Join(";", Ids.Split(';').Select(id => id.Trim())
            .Where(id => id.Length > 0 && !errors.Contains(id)));
        return true;
    }

    private static IEnumerable<string> ErrorsOf(string path)
    {
        string text = File.ReadAllText(path);
        bool isGlobal = Path.GetFileName(path).Equals(".globalconfig", StringComparison.OrdinalIgnoreCase)
            || IsGlobal.IsMatch(text);
        return isGlobal ? Error.Matches(text).Cast<Match>().Select(match => match.Groups["id"].Value) : [];
    }
}
