using System.Globalization;
using DocGen.Tests.Harness;

namespace DocGen.Tests.BadInput;

/// <summary>
/// Damages real pages at random with fixed seeds. The generator must not throw and not report DG0006 (a page can't be
/// read), and the emitted code must compile.
/// </summary>
[Trait("Speed", "Slow")]
public class MutationTests
{
    private const int MutantsOfAPage = 24;

    /// <summary>The interval of the mutants that are compiled. Compiling every mutant would take too long.</summary>
    private const int CompiledOneIn = 40;

    private const string Inserted = "{}[]<>()\"'`|:,;#*/\\-_=&?!@$%^~ \t\n\r\u0000\u2028\u202E\uFEFF\uD83Dé漢";

    [Fact]
    public void Damaged_apidocs_never_throw_and_the_emitted_code_compiles() => Run(DocFolders.ApiDocs);

    [SharedDocsFact("seeds")]
    public void Damaged_real_pages_never_throw_and_the_emitted_code_compiles() =>
        Run(DocFolders.Pages(Path.Combine(DocFolders.Shared!, "seeds"), "docs/"));

    [Fact]
    public void The_same_seed_gives_the_same_mutants() =>
        Assert.Equal(Mutate("a\nb\nc\nd\n", new Random(5)), Mutate("a\nb\nc\nd\n", new Random(5)));

    private static void Run((string Path, string? Text)[] pages)
    {
        Assert.NotEmpty(pages);
        GeneratorSession session = new GeneratorSession(pages).Run();
        int count = 0;
        int compiled = 0;
        foreach ((string path, string? text) in pages)
        {
            for (int seed = 0; seed < MutantsOfAPage; seed++)
            {
                string mutant = Mutate(text!, new Random(seed + (1000 * count)));
                session.Set(path, mutant).Run();
                string what = string.Create(CultureInfo.InvariantCulture, $"{path}, mutant {count}:\n{mutant}");
                Assert.True(session.Result.Exception is null, $"{session.Result.Exception}\n{what}");
                Assert.False(session.Result.Diagnostics.Any(d => d.Id == "DG0006"),
                    "DG0006 is reported\n" + what);
                if (count++ % CompiledOneIn != 0)
                    continue;
                compiled++;
                string[] problems = session.Problems();
                Assert.True(problems.Length == 0, string.Join('\n', problems) + "\n" + what);
            }

            session.Set(path, text).Run();
        }

        Assert.Equal(pages.Length * MutantsOfAPage, count);
        Assert.InRange(compiled, 1, count);
    }

    /// <summary>Makes one to eight mistakes like those of editing and merging.</summary>
    private static string Mutate(string text, Random random)
    {
        for (int i = random.Next(1, 9); i > 0; i--)
        {
            List<string> lines = [.. text.Split('\n')];
            int line = random.Next(lines.Count);
            switch (random.Next(8))
            {
                case 0:
                    lines.RemoveAt(line);
                    break;
                case 1:
                    lines.Insert(line, lines[line]);
                    break;
                case 2:
                    int other = random.Next(lines.Count);
                    (lines[line], lines[other]) = (lines[other], lines[line]);
                    break;
                case 3 when random.Next(4) == 0:
                    lines.RemoveRange(line, lines.Count - line);
                    lines.Add("");
                    break;
                case 4 when lines[line].Length > 0:
                    lines[line] = lines[line].Remove(random.Next(lines[line].Length), 1);
                    break;
                case 5 when lines[line].Length > 0:
                    lines[line] = lines[line][..random.Next(lines[line].Length)];
                    break;
                case 6:
                    lines.RemoveRange(line, Math.Min(lines.Count - line, random.Next(1, 12)));
                    lines.Add("");
                    break;
                default:
                    string inserted = string.Concat(
                        Enumerable.Range(0, random.Next(1, 5)).Select(_ => Inserted[random.Next(Inserted.Length)]));
                    lines[line] = lines[line].Insert(random.Next(lines[line].Length + 1), inserted);
                    break;
            }

            text = string.Join('\n', lines);
        }

        return text;
    }
}
