using DocGen.Tool.Docs;

namespace DocGen.Tool.Commands;

/// <summary>Reports a surface file that a command finds but does not use.</summary>
internal static class UnreadSurface
{
    public static void Report(DocSetFiles files, TextWriter error)
    {
        if (files.UnreadSurface is not { } path)
            return;
        string shown = Shown(path);
        error.Write($"'{shown}' covers more than these docs and is not read. To use it, add '--surface {shown}'.\n");
    }

    /// <summary>The path relative to the current directory.</summary>
    public static string Shown(string path) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');
}
