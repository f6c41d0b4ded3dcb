using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>
/// Names the files that snippets open. The name comes from the page if it has one, otherwise from the media type.
/// </summary>
internal static class FileName
{
    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        ["application/json"] = ".json",
        ["application/pdf"] = ".pdf",
        ["application/xml"] = ".xml",
        ["application/zip"] = ".zip",
        ["image/gif"] = ".gif",
        ["image/jpeg"] = ".jpg",
        ["image/jpg"] = ".jpg",
        ["image/png"] = ".png",
        ["text/csv"] = ".csv",
        ["text/html"] = ".html",
        ["text/plain"] = ".txt",
        ["application/xhtml+xml"] = ".html",
    };

    /// <summary>Returns the last segment of a path that has an extension, or null.</summary>
    public static string? InPath(string path)
    {
        foreach (string segment in path.Split('/').AsEnumerable().Reverse())
        {
            string name = segment.TrimEnd(':');
            int dot = name.LastIndexOf('.');
            if (dot > 0 && name.Length - dot - 1 is > 0 and <= Thresholds.FileExtension && name.IndexOf('(') < 0
                && name.Substring(dot + 1).All(char.IsLetterOrDigit) && !name.Substring(dot + 1).All(char.IsDigit))
                return name;
        }

        return null;
    }

    /// <param name="shown">The name on the page, or null.</param>
    /// <param name="variable">The name of the stream's variable.</param>
    /// <param name="mediaType">The media type of the content.</param>
    public static string Of(string? shown, string variable, string mediaType)
    {
        string last = shown?.Split(';')[0].Split('/', '\\').Last() ?? "";
        string name =
            new string([.. last.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')]).Trim('.', ' ');
        return name.Length > 0 ? name
            : variable + (Extensions.TryGetValue(mediaType, out string? extension) ? extension : ".bin");
    }
}
