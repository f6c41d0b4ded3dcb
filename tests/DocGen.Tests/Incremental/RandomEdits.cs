using DocGen.Generator.Surface;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Runs a session of random batches of edits. After each batch, the emitted files and the diagnostics must be the same,
/// in the same order, as in a fresh run over the same docs.
/// </summary>
internal static class RandomEdits
{
    private const int Batches = 40;

    private const int MaxEdits = 5;

    private const int FewestDocs = 5;

    private const string SurfacePath = "docs.surface.txt";

    private static readonly string[] Paths =
    [
        "docs/boat.md", "docs/crew.md", "docs/harbor.md", "docs/mast.md", "docs/part.md", "docs/notes.md",
        "docs/boat-get.md", "docs/crew-list.md", "docs/mast-create.md", "docs/includes/shared.md",
        "docs/includes/common.md", "docs/old/boat.md", "docs/old/mast-get.md", "docs/a-first.md", "docs/zebra.md",
    ];

    private static readonly string[] Selections =
        ["", "*.*", "Boats.*", "Masts.Get*|Crews.*", "**/*-get.md", "docs/old/*.md", "**/boat*|**/crew*", "Nothing.*"];

    /// <summary>The version of the compiler that <see cref="Check"/> runs on.</summary>
    public static Version CompilerVersion() => typeof(GeneratorDriver).Assembly.GetName().Version!;

    public static void Check(int seed)
    {
        var pages = new RandomPages(seed);
        List<(string Path, string Text)> docs = [.. Paths.Take(11).Select(path => (path, pages.Page(path)))];
        var options = new Dictionary<string, string>();
        string? surface = null;
        GeneratorSession session = Fresh(docs, options);
        for (int batch = 0; batch < Batches; batch++)
        {
            List<string> edits = [];
            for (int left = 1 + pages.Next(MaxEdits); left > 0; left--)
                edits.Add(Edit(pages, docs, options, session));
            if (pages.OneIn(4))
            {
                surface = pages.OneIn(4) ? null : Accepted(docs);
                edits.Add(surface is null ? "no surface file" : "accept the surface");
            }
            else if (surface is not null && pages.OneIn(2))
            {
                (surface, string edit) = EditSurface(pages, surface);
                edits.Add(edit);
            }

            (string, string)[] all = surface is null ? [.. docs] : [(SurfacePath, surface), .. docs];
            session.Update(all.Select(doc => (doc.Item1, (string?)doc.Item2))).Run();
            Same(Fresh(all, options), session, $"seed {seed}, batch {batch}: {string.Join(", ", edits)}");
        }
    }

    /// <summary>Edits the docs or the options of the project, and returns a description of the edit.</summary>
    private static string Edit(
        RandomPages pages, List<(string Path, string Text)> docs, Dictionary<string, string> options,
        GeneratorSession session)
    {
        int index = pages.Next(docs.Count);
        (string path, string text) = docs[index];
        switch (pages.Next(10))
        {
            case 0 or 1 when Unused(pages, docs) is { } added:
                docs.Insert(pages.OneIn(2) ? docs.Count : pages.Next(docs.Count), (added, pages.Page(added)));
                return "add " + added;
            case 2 when docs.Count > FewestDocs:
                docs.RemoveAt(index);
                return "delete " + path;
            case 3 when Unused(pages, docs) is { } renamed:
                docs.RemoveAt(index);
                docs.Insert(pages.OneIn(2) ? index : pages.Next(docs.Count), (renamed, text));
                return $"rename {path} to {renamed}";
            case 4:
                pages.Shuffle(docs);
                return "reorder";
            case 5 when pages.OneIn(2):
                string option = pages.Pick("DocGenInclude", "DocGenExclude");
                session.Configure(option, options[option] = pages.Pick(Selections));
                return $"{option}={options[option]}";
            case 6 when pages.OneIn(6):
                options["DocGenExamplesOnly"] = options.GetValueOrDefault("DocGenExamplesOnly", "") == "" ? "true" : "";
                session.Configure("DocGenExamplesOnly", options["DocGenExamplesOnly"]);
                return "examples " + options["DocGenExamplesOnly"];
            case 6 when pages.OneIn(3):
                options["DocGenXmlExamples"] = options.GetValueOrDefault("DocGenXmlExamples", "") == "" ? "true" : "";
                session.Configure("DocGenXmlExamples", options["DocGenXmlExamples"]);
                return "XML examples " + options["DocGenXmlExamples"];
            default:
                docs[index] = (path, pages.Edit(path, text));
                return "edit " + path;
        }
    }

    /// <summary>
    /// Removes, repeats, renames or damages a line of the surface file, as an author or a merge might.
    /// </summary>
    private static (string Text, string What) EditSurface(RandomPages pages, string surface)
    {
        List<string> lines = [.. surface.Split('\n')];
        int index = pages.Next(lines.Count);
        string line = lines[index];
        int equal = line.LastIndexOf(" = ", StringComparison.Ordinal);
        switch (pages.Next(4))
        {
            case 0:
                lines.RemoveAt(index);
                return (string.Join('\n', lines), "remove surface line " + line);
            case 1:
                lines.Insert(pages.Next(lines.Count), line);
                return (string.Join('\n', lines), "repeat surface line " + line);
            case 2 when equal > 0:
                string name = pages.Pick("Boat", "Crew", "Id", "Get", "BoatGetRequest", "class", "Boats", "9x", "Value",
                    "ToString");
                lines[index] = line[..(equal + 3)] + name;
                return (string.Join('\n', lines), $"rename surface line {line} to {name}");
            default:
                lines[index] = line.Replace(".", pages.Pick(".X", "", ". "), StringComparison.Ordinal);
                return (string.Join('\n', lines), "damage surface line " + line);
        }
    }

    private static string Accepted(IEnumerable<(string Path, string Text)> docs) =>
        SurfaceWriter.Write(SurfaceReader.Of(Docs.Link([.. docs]).Files, null));

    private static string? Unused(RandomPages pages, List<(string Path, string Text)> docs) =>
        Paths.Except(docs.Select(doc => doc.Path)).ToArray() is { Length: > 0 } unused ? pages.Pick(unused) : null;

    private static GeneratorSession Fresh(
        IEnumerable<(string Path, string Text)> docs, Dictionary<string, string> options)
    {
        var session = new GeneratorSession(docs.Select(doc => (doc.Path, (string?)doc.Text)), isTracked: false);
        foreach ((string name, string value) in options)
            session.Configure(name, value);
        return session.Run();
    }

    private static void Same(GeneratorSession fresh, GeneratorSession session, string what)
    {
        TextDiff.Equal(Lines(fresh.Sources.Keys), Lines(session.Sources.Keys), "files, " + what);
        foreach ((string name, string text) in fresh.Sources)
            TextDiff.Equal(text, session.Sources[name], name + ", " + what);
        TextDiff.Equal(Diagnostics(fresh), Diagnostics(session), "diagnostics, " + what);
    }

    private static string Diagnostics(GeneratorSession session) =>
        Lines(session.Result.Diagnostics.Select(found => found.ToString()));

    private static string Lines(IEnumerable<string> lines) => string.Join("\n", lines);
}
