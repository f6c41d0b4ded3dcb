using System.Diagnostics;
using DocGen.Corpus.Surface;
using DocGen.Generator.Surface;
using DocGen.Tool.Diff;
using DocGen.Tool.Docs;
using DocGen.Tool.Output;

namespace DocGen.Corpus;

/// <summary>
/// Replays a git history of docs. Each state is compared with the previous state as <c>docgen diff</c> does.
/// </summary>
internal sealed record HistoryRun(IReadOnlyList<HistoryState> States)
{
    /// <summary>The percentage of errors and warnings that are on a line that the edit changed.</summary>
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
            using Process git = Process.Start("git",
                ["clone", "-q", "--bare", "-b", "main", Path.GetFullPath(path), clone.FullName]);
            git.WaitForExit();
            return git.ExitCode == 0
                ? Replay(clone.FullName)
                : throw new UnreadableDocsException($"'{path}' cannot be cloned.");
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
        var acceptor = new DocReader();
        ApiSurface? accepted = null;
        var states = new List<HistoryState>();
        DocSnapshot? before = null;
        foreach (string commit in git.History("HEAD"))
        {
            DocSource source = git.Read(commit, before?.Pages);
            DocSnapshot now = reader.Read(source);
            // Accept each state as 'docgen accept' does. The result is the surface file of the next state.
            ApiSurface pinned = accepted is null ? now.Surface
                : acceptor.Read(source with { Surface = SurfaceWriter.Write(accepted) }).Surface;
            if (before is not null)
            {
                var diff = DocDiff.Of(before, now);
                states.Add(new HistoryState(commit, diff, !now.Surface.Equals(before.Surface),
                    DiffWriter.Write(Formats.Markdown, diff, "docs", expand: false).Length)
                {
                    Renamed = SurfaceNames.Changed(accepted!, pinned),
                    Unpinned = SurfaceNames.Changed(before.Surface, now.Surface).Count,
                    OneWay = OneWay(before.Surface, now.Surface),
                });
            }

            accepted = pinned;

            before = now;
        }

        return new HistoryRun(states);
    }

    /// <summary>
    /// Returns the identities that are added from <paramref name="before"/> to <paramref name="now"/> but not removed
    /// when the two states are swapped, and the reverse.
    /// </summary>
    private static string[] OneWay(ApiSurface before, ApiSurface now)
    {
        IEnumerable<string> added = SurfaceDiff.Of(before, now).Where(change => change.Rule.IsAddition)
            .Select(change => change.Identity);
        IEnumerable<string> removed = SurfaceDiff.Of(now, before)
            .Where(change => change.Rule == SurfaceRules.TypeBecamePlaceholder
                || change.Rule.Id.EndsWith("_REMOVED", StringComparison.Ordinal))
            .Select(change => change.Identity);
        return [.. added.Except(removed, StringComparer.Ordinal).Concat(removed.Except(added, StringComparer.Ordinal))];
    }
}
