using System.Diagnostics;
using System.Text.Json;
using DocGen.Tool.Commands;

namespace DocGen.Tests.Tool;

/// <summary>Tests of the command <c>docgen diff</c>, with its arguments, output and exit code.</summary>
[Trait("Speed", "Slow")]
public sealed class DiffCommandTests : IDisposable
{
    private const string Lamps =
        "# Lamps\n\n## Get a lamp\n\n`GET /rooms/{room}/lamps/{id}`\n\n```json\n" +
        "{ \"id\": 2, \"watts\": 5, \"on\": true }\n```\n\n## Delete a lamp\n\n`DELETE /lamps/{id}`\n\n" +
        "Answers `204 No Content`.\n";

    private const string Broken =
        "# Lamps\n\n## Get a lamp\n\n`GET /rooms/{room}/lamps/{id}`\n\n```json\n{ \"id\": 2, \"on\": true }\n```\n";

    private readonly string _root = Directory.CreateTempSubdirectory("docgen-diff-").FullName;

    private string Old => Path.Combine(_root, "old");

    private string Docs => Path.Combine(_root, "docs");

    public void Dispose()
    {
        // Git makes the files of its objects read-only.
        foreach (string file in Directory.GetFiles(_root, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public void Two_folders_without_a_difference_for_callers_give_exit_code_0()
    {
        Assert.Equal((ExitCodes.Ok, "Nothing changed for callers.\n", ""),
            RunFolders(Lamps, Lamps.Replace("## Delete a lamp", "## Delete one\n\nWords.\n\n## Delete a lamp",
                StringComparison.Ordinal)));
    }

    [Fact]
    public void A_breaking_change_is_reported_at_its_line_and_gives_exit_code_1_unless_its_rule_is_disabled()
    {
        (int exit, string text, _) = RunFolders(Lamps, Broken);

        string[] lines = text.Split('\n');
        Assert.Equal(ExitCodes.Findings, exit);
        Assert.Matches(
            @"docs/lamps\.md\(\d+,1\): error OPERATION_REMOVED \[wire\] DELETE Lamps\.Delete: '/lamps/\{id\}' is gone$",
            lines[0]);
        Assert.Matches(@"^    C#: Lamps\.DeleteAsync is gone; it was at .*old/lamps\.md\(13,\d+\)$", lines[1]);
        Assert.Matches(@"docs/lamps\.md\(\d+,1\): error PROPERTY_REMOVED \[wire\] Lamp: 'watts' is gone$", lines[2]);
        Assert.StartsWith("2 errors. Wire: breaking. C#: breaking. To accept: a line in ", lines[4],
            StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, RunFolders(Lamps, Broken, "--fail-on", "none").Exit);
        Assert.Equal(ExitCodes.Ok, RunFolders(Broken, Lamps).Exit);
    }

    [Fact]
    public void Source_breaks_alone_fail_the_command_only_with_an_option()
    {
        string renamed = Lamps.Replace("/lamps/{id}`\n\nAnswers", "/lamps/{id}`\n\n`DELETE /bulbs/{id}`\n\nAnswers",
            StringComparison.Ordinal);
        (int exit, string text, _) = RunFolders(Lamps, renamed);

        Assert.Equal(text.Contains("Wire: breaking", StringComparison.Ordinal) ? ExitCodes.Findings : ExitCodes.Ok,
            exit);
        Assert.Equal(text.Contains("breaking", StringComparison.Ordinal) ? ExitCodes.Findings : ExitCodes.Ok,
            RunFolders(Lamps, renamed, "--fail-on", "source").Exit);
    }

    [Fact]
    public void Accepted_changes_give_no_findings_and_unused_lines_of_the_file_are_reported()
    {
        Write(Docs, "docgen.accept",
            "# taken in May\nPROPERTY_REMOVED lamp.watts  correction: no lamp has it\n" +
            "OPERATION_REMOVED DELETE /lamps/{}  gone\nURL_REMOVED GET /x  never\nnonsense\n");

        (int exit, string text, _) = RunFolders(Lamps, Broken);

        Assert.Equal(ExitCodes.Ok, exit);
        Assert.Matches(
            @"docgen\.accept\(4,1\): warning: No change matches URL_REMOVED 'get /x'\n"
            + @".*docgen\.accept\(5,1\): warning: 'nonsense' is not a rule and an identity\n"
            + @"2 accepted\. Wire: compatible\. C#: compatible\.\n$",
            text);
    }

    [Fact]
    public void A_surface_file_with_the_change_accepts_it()
    {
        Write(Docs, "lamps.md", Broken);
        Assert.Equal(ExitCodes.Ok, Run("accept", Docs).Exit);

        Assert.Contains("2 accepted", RunFolders(Lamps, Broken).Output, StringComparison.Ordinal);
        Assert.Contains("To accept: docgen accept",
            RunFolders(Lamps, Broken.Replace("\"on\": true", "\"off\": true", StringComparison.Ordinal)).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_and_SARIF_have_each_finding_with_its_position_and_fingerprint()
    {
        using var json = JsonDocument.Parse(RunFolders(Lamps, Broken, "--format", "json").Output);
        using var sarif = JsonDocument.Parse(RunFolders(Lamps, Broken, "--format", "sarif").Output);

        JsonElement[] groups = [.. json.RootElement.GetProperty("groups").EnumerateArray()];
        Assert.Equal(["OPERATION_REMOVED", "PROPERTY_REMOVED"],
            groups.Select(group => group.GetProperty("rule").GetString()));
        JsonElement finding = groups[1].GetProperty("findings")[0];
        Assert.Equal("Lamp.watts", finding.GetProperty("identity").GetString());
        Assert.Equal(8, finding.GetProperty("was").GetProperty("line").GetInt32());
        JsonElement[] results = [.. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];
        Assert.Equal(["OPERATION_REMOVED", "PROPERTY_REMOVED"],
            results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.Equal(
            [groups[0].GetProperty("findings")[0].GetProperty("fingerprint").GetString(),
                finding.GetProperty("fingerprint").GetString()],
            results.Select(result => result.GetProperty("partialFingerprints").GetProperty("docgen/v1").GetString()));
    }

    [Fact]
    public void Annotations_and_Markdown_show_breaking_changes_and_Markdown_folds_additions()
    {
        string[] annotations = RunFolders(Lamps, Broken, "--format", "github").Output.TrimEnd('\n').Split('\n');
        string markdown = RunFolders(Broken, Lamps, "--format", "markdown").Output;

        Assert.Equal(3, annotations.Length);
        Assert.Matches(
            @"^::error file=[^,]*docs/lamps\.md,line=\d+,col=1,endLine=\d+,title=OPERATION_REMOVED%3A "
            + @"An operation was removed::DELETE Lamps",
            annotations[0]);
        Assert.Contains("<details><summary>2 additions</summary>", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("| error", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_of_thousands_of_changes_is_cut_to_the_size_of_a_comment()
    {
        string[] names = [.. Enumerable.Range(0, 3000).Select(i => $"lamp{i}")];
        string Page(Func<string, string> row) =>
            string.Concat(names.Select(
                name =>
                    $"# {name}\n\n## Get a {name}\n\n`GET /{name}s/{{id}}`\n\n```json\n{{ {row(name)} }}\n```\n\n"));

        string text = RunFolders(Page(name => $"\"id\": 2, \"{name}Watts\": 5"), Page(_ => "\"id\": 2"), "--format",
            "markdown").Output;

        Assert.InRange(text.Length, 10_000, 60_000);
        Assert.Contains("more are left out here", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_is_written_to_the_named_file()
    {
        string file = Path.Combine(_root, "result.md");

        Assert.Equal("", RunFolders(Lamps, Broken, "--format", "markdown", "-o", file).Output);
        Assert.StartsWith("**2 errors", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_is_read_from_git()
    {
        Write(Docs, "lamps.md", Lamps);
        Write(Docs, "größe.md", "# Größe\n\nWorte.\n");
        Git("init", "-q");
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "docs");
        Write(Docs, "lamps.md", Broken);

        (int exit, string text, _) = Run("diff", "HEAD", Docs);

        Assert.Equal(ExitCodes.Findings, exit);
        Assert.Matches(@"^    C#: Lamps\.DeleteAsync is gone; it was at HEAD:.*docs/lamps\.md\(13,\d+\)$",
            text.Split('\n')[1]);
        (exit, _, string error) = Run("diff", "no-such-branch", Docs);
        Assert.Equal(ExitCodes.Unreadable, exit);
        Assert.Contains("git knows no such revision", error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Unreadable, Run("diff", "--", "-v", Docs).Exit);
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "diff", "docs")]
    [InlineData(ExitCodes.Usage, "diff", "a", "b", "--fail-on", "all")]
    [InlineData(ExitCodes.Unreadable, "diff", "no such folder", "nor this")]
    public void A_command_line_mistake_has_an_exit_code_and_a_message(int exit, params string[] arguments)
    {
        (int code, _, string error) = Run(arguments);

        Assert.Equal(exit, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public void A_revision_outside_of_a_repository_is_reported()
    {
        Write(Docs, "lamps.md", Lamps);

        (int exit, _, string error) = Run("diff", "HEAD", Docs);

        Assert.Equal(ExitCodes.Unreadable, exit);
        Assert.Contains("is not in a git repository", error, StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Error) RunFolders(string old, string current, params string[] arguments)
    {
        Write(Old, "lamps.md", old);
        Write(Docs, "lamps.md", current);
        return Run(["diff", Old, Docs, .. arguments]);
    }

    private static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int exit = new DocGenCommand(output, error).Run(arguments);
        return (exit, output.ToString(), error.ToString());
    }

    private static void Write(string folder, string name, string text)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name), text);
    }

    private void Git(params string[] arguments)
    {
        using Process git = Process.Start("git", ["-C", _root, .. arguments]);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
