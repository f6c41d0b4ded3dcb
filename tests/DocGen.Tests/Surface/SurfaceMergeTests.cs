using System.Diagnostics;
using DocGen.Generator.Surface;
using DocGen.Tool.Docs;

namespace DocGen.Tests.Surface;

/// <summary>
/// Two authors edit docs on two branches, and each runs <c>docgen accept</c>. Git then merges the two surface files
/// as text.
/// </summary>
[Trait("Speed", "Slow")]
public sealed class SurfaceMergeTests : IDisposable
{
    private const int Pairs = 50;

    private readonly string _folder = Directory.CreateTempSubdirectory("docgen-merge-").FullName;
    private readonly DocReader _reader = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_merged_file_is_the_surface_of_the_merged_docs_or_a_conflict()
    {
        int conflicts = 0;
        foreach ((Mutation one, Mutation other, DocSource[] docs) in Drawn())
        {
            string before = Accepted(docs[0], null);
            if (Merged(before, Accepted(docs[1], before), Accepted(docs[2], before)) is not { } merged)
            {
                conflicts++;
                continue;
            }

            Assert.Empty(SurfaceParser.Parse(merged).Faults);
            string now = Accepted(docs[3], merged);
            (string[] was, string[] became) = (merged.Split('\n'), now.Split('\n'));
            Assert.True(
                merged == now,
                $"{one} and {other}: {string.Join(" | ", was.Except(became))} became " +
                $"{string.Join(" | ", became.Except(was))}");
        }

        // Most pairs of edits change different lines of the surface file, so most merges succeed.
        Assert.InRange(conflicts, 0, Pairs / 4);
    }

    /// <summary>Pairs of edits that are far from each other in the table.</summary>
    private static List<(Mutation One, Mutation Other, DocSource[] Docs)> Drawn()
    {
        Mutation[] all = MutationTable.Findings;
        var pairs = new List<(Mutation, Mutation, DocSource[])>();
        for (int distance = 7; pairs.Count < Pairs; distance += 6)
        {
            for (int i = 0; i < all.Length && pairs.Count < Pairs; i++)
            {
                Mutation other = all[(i + distance) % all.Length];
                if (Mutation.Pair(all[i], other) is { } docs)
                    pairs.Add((all[i], other, docs));
            }
        }

        return pairs;
    }

    private string Accepted(DocSource docs, string? surface) =>
        SurfaceWriter.Write(_reader.Read(docs with { Surface = surface }).Surface);

    /// <summary>Merges two surface files with git; null if there are conflicts.</summary>
    private string? Merged(string before, string one, string other)
    {
        string[] files = [.. new[] { one, before, other }.Select((text, i) =>
        {
            string file = Path.Combine(_folder, i + ".txt");
            File.WriteAllText(file, text);
            return file;
        })];
        using Process git = Process.Start(new ProcessStartInfo("git", ["merge-file", "-p", .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string merged = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? merged : null;
    }
}
