using System.CommandLine;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Surface;
using DocGen.Tool.Docs;
using Microsoft.CodeAnalysis;

namespace DocGen.Tool.Commands;

/// <summary>The command <c>docgen accept</c>: writes the surface file of the current docs.</summary>
internal sealed class AcceptCommand(TextWriter output, TextWriter error)
{
    private static readonly string UnreadableLine = Rules.UnreadableSurfaceLine.Id;
    private static readonly string NewerFile = Rules.NewerSurfaceFile.Id;

    public Command Make()
    {
        var docs = new Argument<string?>("docs")
        {
            Description = "A folder of Markdown pages, or one page.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var set = new Option<string?>("--set")
        {
            Description = "A file, written by a build, that lists the docs of a project. Replaces the argument docs.",
        };
        var surface = new Option<string?>("--surface")
        {
            Description = "The surface file. Default: docs.surface.txt beside the folder docs.",
        };
        var check = new Option<bool>("--check")
        {
            Description = "Writes nothing. The exit code is 1 if the file is not up to date.",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Writes the file even if lines of it cannot be read. The C# names in these lines are lost.",
        };
        var command = new Command(
            "accept",
            "Writes the surface file, which pins the C# names of all operations and types in the docs, and drops all " +
            "other names.")
        {
            docs, set, surface, check, force,
        };
        command.Validators.Add(given =>
        {
            if (given.GetValue(set) is not { } file)
            {
                if (given.GetValue(docs) is null)
                    given.AddError("Name the docs: a folder of Markdown pages, or one page.");
            }
            else if (given.GetValue(docs) is not null || given.GetValue(surface) is not null)
                given.AddError("'--set' names the docs and the surface file: leave out both.");
            else if (!File.Exists(file))
                given.AddError($"There is no file '{file}'.");
        });
        command.SetAction(parsed => Accept(
            parsed.GetValue(set) is { } file ? DocSetFiles.OfBuild(file)
                : DocSetFiles.Of(parsed.GetValue(docs)!, parsed.GetValue(surface)),
            parsed.GetValue(check), parsed.GetValue(force)));
        return command;
    }

    private int Accept(DocSetFiles files, bool isCheck, bool isForced)
    {
        string path = files.Surface;
        UnreadSurface.Report(files, error);
        var read = DocSetReading.Of(files);
        DocFinding[] unread = [.. read.Findings
            .Where(finding => finding.Id == UnreadableLine || finding.Id == NewerFile
                || finding.Severity == DiagnosticSeverity.Error)];
        foreach (DocFinding finding in unread)
            error.Write($"{finding.Path}({finding.Line}): {finding.Id}: {finding.Message}\n");
        if (unread.Length > 0 && !(isForced && Array.TrueForAll(unread, finding => finding.Id == UnreadableLine)))
        {
            error.Write(
                "Nothing is written. Fix these lines, or use '--force' to write the file without the names that " +
                "they pin.\n");
            return ExitCodes.Unreadable;
        }

        string text = SurfaceWriter.Write(read.Surface);
        string[] before = File.Exists(path) ? Lines(File.ReadAllText(path)) : [];
        string shown = UnreadSurface.Shown(path);
        string[] now = Lines(text);
        if (before.SequenceEqual(now, StringComparer.Ordinal))
        {
            output.Write($"{shown} is up to date: {Counted(now.Length)}\n");
            return ExitCodes.Ok;
        }

        (int added, int removed) = (Missing(now, before), Missing(before, now));
        output.Write(
            $"{shown}{(isCheck ? " is not up to date" : "")}: {Counted(now.Length)}, {added} added, {removed} " +
            $"removed\n");
        if (isCheck)
            return ExitCodes.Findings;
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }

        return ExitCodes.Ok;
    }

    private static string Counted(int lines) => lines == 1 ? "1 line" : $"{lines} lines";

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>
    /// Returns the number of lines that are missing from the other text. Repeated lines count separately.
    /// </summary>
    private static int Missing(string[] lines, string[] others)
    {
        Dictionary<string, int> left = others.CountBy(line => line, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return lines.Count(line => line.Length > 0 && (left[line] = left.GetValueOrDefault(line) - 1) < 0);
    }
}
