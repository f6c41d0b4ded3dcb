using System.CommandLine;
using System.Text;
using DocGen.Tool.Diff;
using DocGen.Tool.Docs;
using DocGen.Tool.Output;

namespace DocGen.Tool.Commands;

/// <summary>The command <c>docgen diff</c>: prints the changes between two states of the docs.</summary>
internal sealed class DiffCommand(TextWriter output)
{
    private enum FailOn
    {
        /// <summary>Fails if changes break callers of the service.</summary>
        Wire,

        /// <summary>Fails also if changes break C# code that compiles against the client.</summary>
        Source,

        None,
    }

    private readonly Argument<string> _old = new("old")
    {
        Description = "A folder of Markdown pages; if no such folder exists, a git revision of the new docs.",
    };
    private readonly Argument<string> _new = new("new") { Description = "A folder of Markdown pages." };
    private readonly Option<Formats> _format = new("--format")
    {
        Description = "The output format.",
        DefaultValueFactory = _ => Formats.Text
    };
    private readonly Option<FailOn> _failOn = new("--fail-on")
    {
        Description = "The breaks that make the exit code 1.",
        DefaultValueFactory = _ => FailOn.Wire
    };
    private readonly Option<bool> _expand = new("--expand")
    {
        Description = "Writes each change, with additions, instead of one line for each edit.",
    };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write to." };

    public Command Make()
    {
        var command = new Command("diff",
            "Prints the changes of the docs that callers see: requests, responses and C# names.") { _old, _new,
                _format, _failOn, _expand, _output };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        string docs = parsed.GetRequiredValue(_new);
        string old = parsed.GetRequiredValue(_old);
        var reader = new DocReader();
        DocSnapshot before = reader.Read(Directory.Exists(old) ? DocSource.OfFolder(old) : Revision(old, docs));
        DocSnapshot after = reader.Read(DocSource.OfFolder(docs));
        var diff = DocDiff.Of(before, after, AcceptedIn(docs));
        string text = DiffWriter.Write(parsed.GetValue(_format), diff, docs.Replace('\\', '/').TrimEnd('/'),
            parsed.GetValue(_expand));
        if (parsed.GetValue(_output) is { } file)
            Write(file, text);
        else
            output.Write(text);
        bool fails = parsed.GetValue(_failOn) switch
        {
            FailOn.None => false,
            FailOn.Source => diff.BreaksWire || diff.BreaksSource,
            _ => diff.BreaksWire
        };
        return fails ? ExitCodes.Findings : ExitCodes.Ok;
    }

    private static DocSource Revision(string revision, string docs) =>
        Directory.Exists(docs) ? new GitRepository(docs).Read(revision)
        : throw new UnreadableDocsException($"There is no folder '{docs}'.");

    /// <summary>Returns the accept file in the folder of the docs, else the one in the current directory.</summary>
    private static AcceptFile AcceptedIn(string docs)
    {
        string? path = new[] { Path.Combine(docs, AcceptFile.Name), AcceptFile.Name }.FirstOrDefault(File.Exists);
        try
        {
            return path is null ? AcceptFile.None : new AcceptFile(path.Replace('\\', '/'), File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }
    }

    private static void Write(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocsException(exception.Message, exception);
        }
    }
}
