using System.Text;
using System.Text.RegularExpressions;

namespace DocGen.Tasks;

/// <summary>
/// A file pattern in MSBuild's syntax: <c>*</c> and <c>?</c> within a name, <c>**</c> across directories.
/// </summary>
internal sealed class FilePattern
{
    private readonly string _text;
    private readonly string _projectDirectory;
    private readonly Regex _regex;

    public FilePattern(string text, string projectDirectory)
    {
        _text = text.Replace('\\', '/');
        _projectDirectory = projectDirectory;
        string fixedPart = FixedDirectory(_text);
        string root = Path.GetFullPath(Path.Combine(projectDirectory, fixedPart)).Replace('\\', '/').TrimEnd('/') + "/";
        // Ignores case, because some file systems do. A wrong match only suppresses a warning.
        _regex = new Regex(
            "^" + Regex.Escape(root) + ToRegex(_text.Substring(fixedPart.Length)) + "$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>Whether an include is a pattern that the task can match without evaluating the project.</summary>
    public static bool IsPattern(string include) =>
        include.IndexOfAny(['*', '?']) >= 0
        && !include.Contains("$(") && !include.Contains("@(") && !include.Contains("%");

    public bool IsMatch(string fullPath) => _regex.IsMatch(fullPath.Replace('\\', '/'));

    /// <summary>
    /// Returns a message that the pattern matches no file, with a suggestion for a misspelt directory.
    /// </summary>
    /// <param name="type">The type of the item.</param>
    /// <param name="effect">The effect of an unmatched item.</param>
    public string DescribeMismatch(string type, string effect)
    {
        string directory = _projectDirectory;
        foreach (string name in FixedDirectory(_text).Split(['/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.GetFullPath(Path.Combine(directory, name));
            if (!Directory.Exists(next) && Directory.Exists(directory) && !Path.IsPathRooted(_text))
            {
                string suggestion = Suggestion.For(name,
                    Directory.GetDirectories(directory).Select(path => Path.GetFileName(path)));
                return $"The {type} pattern '{_text}' matches no file: there is no directory '{name}'{suggestion}";
            }

            directory = next;
        }

        return $"The {type} pattern '{_text}' matches no file, so it {effect}.";
    }

    private static string FixedDirectory(string text) =>
        text.Substring(0, text.LastIndexOf('/', text.IndexOfAny(['*', '?'])) + 1);

    private static string ToRegex(string pattern)
    {
        var regex = new StringBuilder();
        foreach (Match token in Regex.Matches(pattern, @"\*\*/|\*\*|\*|\?|[^*?]+"))
        {
            regex.Append(token.Value switch
            {
                "**/" => "(?:.*/)?",
                "**" => ".*",
                "*" => "[^/]*",
                "?" => "[^/]",
                _ => Regex.Escape(token.Value),
            });
        }

        return regex.ToString();
    }
}
