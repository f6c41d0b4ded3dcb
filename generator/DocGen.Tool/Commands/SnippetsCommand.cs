using System.CommandLine;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Snippets;
using DocGen.Tool.Docs;

namespace DocGen.Tool.Commands;

/// <summary>The command <c>docgen snippets</c>: prints C# for each request in the docs.</summary>
internal sealed class SnippetsCommand(TextWriter output, TextWriter error)
{
    /// <param name="docs">The docs.</param>
    /// <param name="surface">Their surface file.</param>
    /// <param name="read">Reads the docs with their surface file.</param>
    public Command Make(
        Argument<string> docs, Option<string?> surface, Func<string, string?, DocSetReading> read)
    {
        var page = new Option<string?>("--page")
        {
            Description = "The end of a page's path, such as ticket-create.md. Default: all pages.",
        };
        var command = new Command(
            "snippets",
            "Prints C# for each request in the docs. The exit code is 1 if no method can send one of them.")
        {
            docs, page, surface,
        };
        command.SetAction(parsed =>
        {
            DocSetReading set = read(parsed.GetRequiredValue(docs), parsed.GetValue(surface));
            return Print(set, parsed.GetValue(page) ?? "");
        });
        return command;
    }

    private int Print(DocSetReading set, string page)
    {
        string[] pages = [.. set.PathsInSet.Keys.Where(path => IsWanted(path, page)).Order(StringComparer.Ordinal)];
        if (pages.Length == 0)
        {
            error.Write($"No page ends in '{page}'.\n");
            return ExitCodes.Usage;
        }

        var writer = SnippetWriter.Of([.. set.Files], set.ServiceRoot);
        int written = 0, failed = 0;
        foreach (string path in pages)
        {
            string file = Path.GetRelativePath(Directory.GetCurrentDirectory(), path).Replace('\\', '/');
            foreach (RequestExample request in RequestExampleReader.Read(set.PathsInSet[path], File.ReadAllText(path)))
            {
                Snippet snippet = writer.Write(set.PathsInSet[path], request);
                string place = $"{file}({request.Span.StartLine + 1})";
                string shown = $"{place}: {request.HttpMethod} {FirstLine(request.Target)}";
                if (snippet is { Code: { } code, Problem: null })
                {
                    output.Write($"{(written == 0 ? "" : "\n")}// {shown}\n{code.TrimEnd('\n')}\n");
                    written++;
                }
                else if (snippet != Snippet.Foreign)
                {
                    error.Write($"{shown}: {snippet.Problem}\n");
                    failed++;
                }
            }
        }

        error.Write($"{Counted(written)} as C#{(failed == 0 ? "" : $", {failed} that no method can send")}\n");
        return failed == 0 ? ExitCodes.Ok : ExitCodes.Findings;
    }

    private static bool IsWanted(string path, string page) =>
        path.Replace('\\', '/').EndsWith(page.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);

    // A line break would end the comment.
    private static string FirstLine(string text) => text.Split('\r', '\n', '\u0085', '\u2028', '\u2029')[0];

    private static string Counted(int requests) => requests == 1 ? "1 request" : $"{requests} requests";
}
