using System.Diagnostics;
using DocGen.Corpus;

namespace DocGen.Tests.Corpus;

/// <summary>Tests of the replay of a git history of docs.</summary>
public sealed class HistoryRunTests : IDisposable
{
    private const string Lamps =
        "# Lamps\n\n## Get a lamp\n\n`GET /lamps/{id}`\n\n```json\n{ \"id\": 2, \"watts\": 5 }\n```\n";

    private readonly string _clone = Directory.CreateTempSubdirectory("docgen-history-").FullName;

    public void Dispose()
    {
        // Git makes the files of its objects read-only.
        foreach (string file in Directory.GetFiles(_clone, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_clone, recursive: true);
    }

    [Fact]
    public void Each_revision_is_compared_with_the_previous_one()
    {
        Git("init", "-q");
        Commit(Lamps);
        Commit(Lamps.Replace("Get a lamp", "Get a lamp by its id", StringComparison.Ordinal));
        Commit(Lamps.Replace(", \"watts\": 5", "", StringComparison.Ordinal));

        var history = HistoryRun.Of(_clone);
        var written = new StringWriter();
        new Report(written).Print(history, isVerbose: true);

        Assert.Equal([false, true], history.States.Select(state => state.IsChanged));
        Assert.Equal([0, 1], history.States.Select(state => state.Told.Count()));
        Assert.Equal(100, history.OnChange);
        Assert.Contains("Error PROPERTY_REMOVED x1 Lamp: 'watts' is gone", written.ToString(),
            StringComparison.Ordinal);
    }

    private void Commit(string page)
    {
        File.WriteAllText(Path.Combine(_clone, "lamps.md"), page);
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "--no-gpg-sign", "-m", "docs");
    }

    private void Git(params string[] arguments)
    {
        using Process git = Process.Start("git", ["-C", _clone, .. arguments]);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
