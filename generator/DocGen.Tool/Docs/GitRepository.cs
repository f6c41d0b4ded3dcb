using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DocGen.Tool.Docs;

/// <summary>Reads a git repository with the git command.</summary>
/// <param name="folder">A folder in the repository. Paths are relative to this folder.</param>
internal sealed class GitRepository(string folder)
{
    /// <summary>The case sensitivity of the file system, so that a revision and a folder have the same pages.</summary>
    private static readonly StringComparison NameCase = OperatingSystem.IsLinux()
        ? StringComparison.Ordinal
        : StringComparison.OrdinalIgnoreCase;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The pages of a revision below the folder.</summary>
    /// <param name="revision">Any revision that git resolves to a commit.</param>
    /// <param name="known">Pages to reuse if their object id is the same.</param>
    /// <exception cref="UnreadableDocsException">
    /// The git command, the repository or the revision does not exist, or the revision has no page.
    /// </exception>
    public DocSource Read(string revision, IReadOnlyDictionary<string, DocPage>? known = null)
    {
        string commit = Resolve(revision);
        (string Path, string Id)[] files = [.. List(commit)];
        if (files.Length == 0)
            throw new UnreadableDocsException($"There is no Markdown page (*.md) below '{folder}' at '{revision}'.");
        var pages = new DocPage?[files.Length];
        for (int i = 0; i < files.Length; i++)
        {
            if (known is not null && known.TryGetValue(files[i].Path, out DocPage? page) && page.Id == files[i].Id)
                pages[i] = page;
        }

        int[] missing = [.. Enumerable.Range(0, files.Length).Where(i => pages[i] is null)];
        string[] texts = Contents([.. missing.Select(i => files[i].Id)]);
        for (int i = 0; i < missing.Length; i++)
            pages[missing[i]] = new DocPage(files[missing[i]].Path, texts[i], files[missing[i]].Id);
        return new DocSource(revision + ":" + DocSource.PrefixOf(Path.GetFullPath(folder)), pages!, Surface(commit));
    }

    /// <summary>
    /// Returns the surface file beside the folder. Null if the revision has none, or if the folder is the root of the
    /// repository.
    /// </summary>
    private string? Surface(string commit)
    {
        string below = Text(Run(["rev-parse", "--show-prefix"])).Trim().TrimEnd('/');
        if (below.Length == 0)
            return null;
        (int exit, byte[] text, _) = Start(["cat-file", "blob", commit + ":" + below + DocSetFiles.SurfaceExtension]);
        return exit == 0 ? Text(text) : null;
    }

    /// <summary>Returns the commits of a branch, oldest first, following only first parents.</summary>
    public IReadOnlyList<string> History(string branch) =>
        Text(Run(["rev-list", "--first-parent", "--reverse", branch, "--"]))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Resolve(string revision)
    {
        if (revision.StartsWith('-'))
            throw new UnreadableDocsException($"'{revision}' is neither a folder nor a git revision.");
        (int exit, byte[] _, string problem) = Start(["rev-parse", "--is-inside-work-tree"]);
        (int bare, byte[] isBare, _) = exit == 0 ? (0, [], "") : Start(["rev-parse", "--is-bare-repository"]);
        if (exit != 0 && (bare != 0 || Text(isBare).Trim() != "true"))
            throw new UnreadableDocsException(
                $"There is no folder '{revision}', and '{folder}' is not in a git repository: {problem}");
        (exit, byte[] commit, _) = Start(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"]);
        return exit == 0 ? Text(commit).Trim().Split('\n')[^1]
            : throw new UnreadableDocsException(
                $"There is no folder '{revision}', and git knows no such revision. In a shallow clone, fetch it " +
                $"first.");
    }

    /// <summary>Returns the pages of a commit in ordinal order, without symbolic links and submodules.</summary>
    private IEnumerable<(string Path, string Id)> List(string commit) =>
        Files(commit).OrderBy(file => file.Path, StringComparer.Ordinal);

    private IEnumerable<(string Path, string Id)> Files(string commit) =>
        from entry in Text(Run(["ls-tree", "-r", "-z", commit])).Split('\0', StringSplitOptions.RemoveEmptyEntries)
        let tab = entry.IndexOf('\t', StringComparison.Ordinal)
        let fields = entry[..tab].Split(' ')
        let path = entry[(tab + 1)..]
        where fields[0].StartsWith("100", StringComparison.Ordinal) && path.EndsWith(".md", NameCase)
        select (path, fields[2]);

    /// <summary>Reads all contents by one git process.</summary>
    private string[] Contents(string[] ids)
    {
        if (ids.Length == 0)
            return [];
        byte[] all = Run(["cat-file", "--batch"], string.Concat(ids.Select(id => id + "\n")));
        var texts = new string[ids.Length];
        int at = 0;
        for (int i = 0; i < ids.Length; i++)
        {
            int end = Array.IndexOf(all, (byte)'\n', at);
            string[] head = Utf8.GetString(all, at, end - at).Split(' ');
            if (head.Length != 3 || head[1] != "blob")
                throw new UnreadableDocsException($"git has no object '{ids[i]}'.");
            int length = int.Parse(head[2], CultureInfo.InvariantCulture);
            using var reader = new StreamReader(new MemoryStream(all, end + 1, length), Utf8,
                detectEncodingFromByteOrderMarks: true);
            texts[i] = reader.ReadToEnd();
            at = end + 1 + length + 1;
        }

        return texts;
    }

    private static string Text(byte[] bytes) => Utf8.GetString(bytes);

    private byte[] Run(string[] arguments, string input = "")
    {
        (int exit, byte[] result, string problem) = Start(arguments, input);
        return exit == 0 ? result : throw new UnreadableDocsException($"'git {arguments[0]}' failed: {problem}");
    }

    private (int Exit, byte[] Output, string Error) Start(string[] arguments, string input = "")
    {
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Utf8,
            StandardInputEncoding = Utf8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in (string[])["-C", folder, .. arguments])
            start.ArgumentList.Add(argument);
        try
        {
            using Process git = Process.Start(start)!;
            // Separate tasks handle standard error and input, because a full pipe would block git.
            Task<string> error = git.StandardError.ReadToEndAsync();
            Task write = Task.Run(() =>
            {
                git.StandardInput.Write(input);
                git.StandardInput.Close();
            });
            using var output = new MemoryStream();
            git.StandardOutput.BaseStream.CopyTo(output);
            Task.WaitAll(write, error);
            git.WaitForExit();
            return (git.ExitCode, output.ToArray(), error.Result.Trim());
        }
        catch (Win32Exception exception)
        {
            throw new UnreadableDocsException(
                "git cannot be started; it is needed to read a revision: " + exception.Message, exception);
        }
    }
}
