using DocGen.Tool.Docs;

namespace DocGen.Tool.Commands;

/// <summary>Names a surface file that a command has found and does not read.</summary>
internal static class UnreadSurface
{
    public static void Report(DocSetFiles files, TextWriter error)
    {
        if (files.UnreadSurface is not { } path)
            return;
        string shown = Shown(path);
        error.Write($"'{shown}' is of more docs than these, and is not read. To use it, give '--surface {shown}'.\n");
    }

    /// <summary>The path as seen from the current directory.</summary>
    public static string Shown(string path) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');
}
