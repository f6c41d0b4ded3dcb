using System.CommandLine;
using DocGen.Generator.Model;
using DocGen.Tool.Docs;
using DocGen.Tool.Output;
using Microsoft.CodeAnalysis;

namespace DocGen.Tool.Commands;

/// <summary>The command line of <c>docgen</c>.</summary>
internal sealed class DocGenCommand(TextWriter output, TextWriter error)
{
    private enum FailOn
    {
        Error,
        Warning,
        None,
    }

    private enum Severity
    {
        Warning,
        Info,
    }

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Run(string[] arguments)
    {
        ParseResult parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (System.CommandLine.Parsing.ParseError problem in parsed.Errors)
                error.Write(problem.Message + "\n");
            error.Write("Run 'docgen --help' for the commands and options.\n");
            return ExitCodes.Usage;
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false
            });
        }
        catch (UnreadableDocsException exception)
        {
            error.Write(exception.Message + "\n");
            return ExitCodes.Unreadable;
        }
    }

    private RootCommand Root() =>
        new("Reads Markdown API docs as the DocGen source generator does. It needs no C# project.")
    {
        Check(), new DiffCommand(output).Make(), new AcceptCommand(output, error).Make(), List(), Show(),
        new SnippetsCommand(output, error).Make(Docs(), Surface(), Read),
    };

    private Command Check()
    {
        Argument<string> docs = Docs();
        var format = new Option<Formats>("--format")
        {
            Description = "The output format.",
            DefaultValueFactory = _ => Formats.Text
        };
        var failOn = new Option<FailOn>("--fail-on")
        {
            Description = "The lowest severity that makes the exit code 1.",
            DefaultValueFactory = _ => FailOn.Warning
        };
        var severity = new Option<Severity>("--severity")
        {
            Description = "The lowest severity that is printed.",
            DefaultValueFactory = _ => Severity.Warning
        };
        Option<string?> surface = Surface();
        var command = new Command(
            "check", "Prints the diagnostics that a build would report for the docs, and a summary.")
        {
            docs, surface, format, failOn, severity,
        };
        command.SetAction(parsed =>
        {
            DocSetReading read = Read(parsed.GetRequiredValue(docs), parsed.GetValue(surface));
            DiagnosticSeverity least = parsed.GetValue(severity) == Severity.Info
                ? DiagnosticSeverity.Info
                : DiagnosticSeverity.Warning;
            DocFinding[] shown = [.. read.Findings.Where(finding => finding.Severity >= least)];
            int errors = read.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Error);
            int warnings = read.Findings.Count(finding => finding.Severity == DiagnosticSeverity.Warning);
            output.Write(FindingWriter.Write(
                parsed.GetValue(format), shown,
                new Summary(read.Pages, read.Operations.Count(), read.Types, errors, warnings)));
            int failing = parsed.GetValue(failOn) switch
            {
                FailOn.None => 0,
                FailOn.Error => errors,
                _ => errors + warnings
            };
            return failing > 0 ? ExitCodes.Findings : ExitCodes.Ok;
        });
        return command;
    }

    private Command List()
    {
        Argument<string> docs = Docs();
        Option<string?> surface = Surface();
        var command = new Command("list", "Prints each operation with its URLs.") { docs, surface };
        command.SetAction(parsed =>
        {
            output.Write(OperationText.List(Read(parsed.GetRequiredValue(docs), parsed.GetValue(surface)).Operations));
            return ExitCodes.Ok;
        });
        return command;
    }

    private Command Show()
    {
        Argument<string> docs = Docs();
        var name = new Argument<string>("operation") { Description = "The group and method, such as Tickets.Create." };
        Option<string?> surface = Surface();
        var command = new Command(
            "show", "Prints one operation: URLs, options, body, response, and the pages that document it.")
        {
            docs, name, surface,
        };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetRequiredValue(name);
            DocSetReading read = Read(parsed.GetRequiredValue(docs), parsed.GetValue(surface));
            (OperationGroup Group, Operation Operation)[] found =
                [.. read.Operations.Where(one => IsNamed(OperationText.NameOf(one.Group, one.Operation), wanted))];
            foreach ((OperationGroup group, Operation operation) in found)
                output.Write(OperationText.Show(group, operation));
            if (found.Length > 0)
                return ExitCodes.Ok;
            error.Write($"There is no operation '{wanted}'. 'docgen list' prints all operations.\n");
            return ExitCodes.Findings;
        });
        return command;
    }

    private DocSetReading Read(string docs, string? surface)
    {
        var files = DocSetFiles.Of(docs, surface);
        UnreadSurface.Report(files, error);
        return DocSetReading.Of(files);
    }

    private static bool IsNamed(string name, string wanted) =>
        name.Equals(wanted, StringComparison.OrdinalIgnoreCase)
            || (name + "Async").Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static Option<string?> Surface()
    {
        var surface = new Option<string?>("--surface")
        {
            Description = "The surface file. Default: docs.surface.txt beside the folder docs.",
        };
        surface.Validators.Add(given =>
        {
            if (given.GetValue(surface) is { } file && !File.Exists(file))
                given.AddError($"There is no surface file '{file}'.");
        });
        return surface;
    }

    private static Argument<string> Docs() => new("docs") { Description = "A folder of Markdown pages, or one page." };
}
