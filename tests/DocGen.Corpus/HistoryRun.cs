using System.Diagnostics;
using DocGen.Tool.Diff;
using DocGen.Tool.Docs;
using DocGen.Tool.Output;

namespace DocGen.Corpus;

/// <summary>Replays a git history of docs: each state is compared with the one before as <c>docgen diff</c> compares them.</summary>
internal sealed record HistoryRun(IReadOnlyList<HistoryState> States)
{
    /// <summary>The share of errors and warnings that stand on a line which the edit touched, in percent.</summary>
    public double OnChange => States.Sum(state => state.Told.Count()) is > 0 and var all
        ? 100.0 * States.Sum(state => state.Told.Count(finding => finding.IsOnChange)) / all : 100;

    /// <param name="path">A bundle, whose branch <c>main</c> is cloned, or a clone.</param>
    public static HistoryRun Of(string path)
    {
        if (Directory.Exists(path))
            return Replay(path);
        DirectoryInfo clone = Directory.CreateTempSubdirectory("docgen-history-");
        try
        {
            using Process git = Process.Start("git", ["clone", "-q", "--bare", "-b", "main", Path.GetFullPath(path), clone.FullName]);
            git.WaitForExit();
            return git.ExitCode == 0 ? Replay(clone.FullName) : throw new UnreadableDocsException($"'{path}' cannot be cloned.");
        }
        finally
        {
            clone.Delete(recursive: true);
        }
    }

    private static HistoryRun Replay(string clone)
    {
        var git = new GitRepository(clone);
        var reader = new DocReader();
        var states = new List<HistoryState>();
        DocSnapshot? before = null;
        foreach (string commit in git.History("HEAD"))
        {
            DocSnapshot now = reader.Read(git.Read(commit, before?.Pages));
            if (before is not null)
            {
                var diff = DocDiff.Of(before, now);
                states.Add(new HistoryState(commit, diff, !now.Surface.Equals(before.Surface), DiffWriter.Write(Formats.Markdown, diff, "docs", expand: false).Length));
            }

            before = now;
        }

        return new HistoryRun(states);
    }
}
