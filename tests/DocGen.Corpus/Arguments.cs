using System.Globalization;

namespace DocGen.Corpus;

/// <summary>The parsed command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        usage: DocGen.Corpus <docs folder or page>... [--truth <metadata.xml>] [--model <model.json>] [--out <folder>]
                             [--round-trip] [--build] [-v]
               DocGen.Corpus <docs folder or page>... --model-only <model.json>
               DocGen.Corpus <docs folder or page>... --names [-v]
               DocGen.Corpus <docs folder or page>... --stability <number of pages>
               DocGen.Corpus <docs folder or page>... --surface <number of pages>
               DocGen.Corpus <docs folder or page>... --growth
               DocGen.Corpus <docs folder or page>... --examples
               DocGen.Corpus <docs folder or page>... --snippets [--against <folder>] [--snippets-out <folder>]
                             [--seed <number>]
               DocGen.Corpus --history <git bundle or clone> [-v]

          --truth       the OData metadata of the service; prints how much of it the model has and how much
                        of that is right
          --model       writes the model as JSON
          --model-only  writes the model as JSON, and neither measures nor compiles
          --names       counts and lists badly formed names for each kind of fault; with -v lists all names
          --stability   removes this many random pages one at a time and lists changed names of other pages
          --surface     writes and reads the surface file of the docs, and counts the C# names that change with and
                        without it when this many pages are renamed or removed, or gain or lose a URL
          --out         writes the emitted files
          --round-trip  reads every JSON example into its emitted type and writes it again
          --build       builds a project with the docs and a project with the emitted files, and compares times
          --growth      measures each folder, then the last folder with two renamed copies, and compares times
          --examples    generates the example responses instead of a client, and compiles and loads them
          --snippets    writes every request of the docs as C#, compiles it, sends it to a handler, and compares it
                        with the page
          --against     a folder of other snippets of the same requests, {name}-csharp-snippets.md, to compare lengths
          --snippets-out  writes each snippet as a page that other pages can include
          --seed        prints ten snippets, selected by this seed, with those of the other folder
          --history     compares each state of the docs in a git history with the previous one, as 'docgen diff' does,
                        and counts the findings
          -v            lists every diagnostic and every URL template that is not in the model
        """;

    public List<string> Docs { get; } = [];

    public string? Truth { get; private set; }

    public string? Model { get; private set; }

    public string? ModelOnly { get; private set; }

    public string? Output { get; private set; }

    public bool IsRoundTrip { get; private set; }

    public bool IsBuild { get; private set; }

    public bool IsGrowth { get; private set; }

    public bool IsExamples { get; private set; }

    public bool IsSnippets { get; private set; }

    public string? Against { get; private set; }

    public string? SnippetsOutput { get; private set; }

    public int? Seed { get; private set; }

    /// <summary>The number of pages to remove and restore.</summary>
    public int? Stability { get; private set; }

    /// <summary>The number of pages that each trial of the surface file changes.</summary>
    public int? Surface { get; private set; }

    public bool IsNames { get; private set; }

    /// <summary>The git bundle or clone whose history is replayed.</summary>
    public string? History { get; private set; }

    public bool IsVerbose { get; private set; }

    /// <summary>Parses a command line. <paramref name="problem"/> is null if the command line is valid.</summary>
    public static Arguments Read(string[] words, out string? problem)
    {
        var arguments = new Arguments();
        problem = null;
        for (int i = 0; i < words.Length && problem is null; i++)
            problem = arguments.Add(words, ref i);
        if (problem is null && arguments.Docs.Count == 0 && arguments.History is null)
            problem = "a folder of docs is missing";
        problem ??= arguments.Docs.Concat(arguments.History is { } history ? [history] : []).Where(d => !Path.Exists(d))
            .Select(d => $"'{d}' does not exist").FirstOrDefault();
        if (problem is null && arguments.Truth is { } truth && !File.Exists(truth))
            problem = $"'{truth}' does not exist";
        return arguments;
    }

    private string? Add(string[] words, ref int index)
    {
        string word = words[index];
        switch (word)
        {
            case "--round-trip":
                IsRoundTrip = true;
                return null;
            case "--build":
                IsBuild = true;
                return null;
            case "--growth":
                IsGrowth = true;
                return null;
            case "--examples":
                IsExamples = true;
                return null;
            case "--snippets":
                IsSnippets = true;
                return null;
            case "--names":
                IsNames = true;
                return null;
            case "-v":
                IsVerbose = true;
                return null;
            case "--stability" or "--surface"
                when index + 1 == words.Length
                    || !int.TryParse(words[index + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int _):
                return word + " needs a number of pages";
            case "--surface":
                Surface = int.Parse(words[++index], CultureInfo.InvariantCulture);
                return null;
            case "--stability":
                Stability = int.Parse(words[++index], CultureInfo.InvariantCulture);
                return null;
            case "--truth" or "--model"
                or "--model-only" or "--out" or "--against" or "--snippets-out" or "--seed" or "--history"
                when index + 1 == words.Length || words[index + 1].StartsWith('-'):
                return $"{word} needs a value";
            case "--truth":
                Truth = words[++index];
                return null;
            case "--history":
                History = words[++index];
                return null;
            case "--against":
                Against = words[++index];
                return null;
            case "--snippets-out":
                SnippetsOutput = words[++index];
                return null;
            case "--seed":
                Seed = int.TryParse(words[++index], out int seed) ? seed : null;
                return Seed is null ? "--seed needs a number" : null;
            case "--model":
                Model = words[++index];
                return null;
            case "--model-only":
                ModelOnly = words[++index];
                return null;
            case "--out":
                Output = words[++index];
                return null;
            case ['-', ..]:
                return $"unknown option '{word}'";
            default:
                Docs.Add(word);
                return null;
        }
    }
}
