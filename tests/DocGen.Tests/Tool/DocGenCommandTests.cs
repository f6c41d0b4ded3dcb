using System.Text.Json;
using DocGen.Tool.Commands;

namespace DocGen.Tests.Tool;

/// <summary>The command <c>docgen</c>, as a shell runs it.</summary>
public sealed class DocGenCommandTests : IDisposable
{
    private const string Lamps = "# Lamps\n\n## Get a lamp\n\n`GET /rooms/{room}/lamps/{id}`\n\n```json\n{ \"id\": 2, \"watts\": 5 }\n```\n";

    // Warnings of a page are at lines that its reader sees: the request stands in line 13.
    private const string Unanswered = Lamps + "\n## Get the state\n\n`GET /lamps/{id}/state`\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("docgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Docs_without_a_slip_give_a_summary_and_0()
    {
        Assert.Equal((ExitCodes.Ok, "1 page, 1 operation, 1 type, 0 warnings\n", ""), Run(Lamps, "check"));
    }

    [Fact]
    public void A_slip_is_at_its_line_and_gives_1_unless_it_is_asked_not_to()
    {
        (int exit, string text, _) = Run(Unanswered, "check");

        string[] lines = text.Split('\n');
        Assert.Equal(ExitCodes.Findings, exit);
        Assert.Matches(@"lamps\.md\(13,\d+\): warning DG0422: ", lines[0]);
        Assert.Equal("1 page, 2 operations, 1 type, 1 warning", lines[1]);
        Assert.Equal(ExitCodes.Ok, Run(Unanswered, "check", "--fail-on", "none").Exit);
        Assert.Equal(ExitCodes.Ok, Run(Unanswered, "check", "--fail-on", "error").Exit);
    }

    [Fact]
    public void What_the_compiler_keeps_to_itself_is_shown_when_asked_for()
    {
        const string Page = Lamps + "\n[gone](gone.md)\n";

        Assert.DoesNotContain("info DG", Run(Page, "check").Output, StringComparison.Ordinal);
        Assert.Contains(": info DG0501: ", Run(Page, "check", "--severity", "info").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_and_sarif_have_each_finding_with_its_place()
    {
        using var json = JsonDocument.Parse(Run(Unanswered, "check", "--format", "json").Output);
        using var sarif = JsonDocument.Parse(Run(Unanswered, "check", "--format", "sarif").Output);

        JsonElement finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("DG0422", "warning", 13), (finding.GetProperty("id").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("line").GetInt32()));
        JsonElement run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal(("DG0422", 0, "warning"), (result.GetProperty("ruleId").GetString(), result.GetProperty("ruleIndex").GetInt32(), result.GetProperty("level").GetString()));
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("lamps.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(13, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Annotations_of_a_workflow_hold_what_a_page_says_in_one_command()
    {
        string text = Run(Unanswered, "check", "--format", "github").Output;

        string[] lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^::warning file=[^,]*lamps\.md,line=13,col=\d+,endLine=13,title=DG0422%3A [^:]*::.*$", lines[0]);
    }

    [Fact]
    public void Markdown_is_a_table_below_the_summary()
    {
        string[] lines = Run(Unanswered, "check", "--format", "markdown").Output.Split('\n');

        Assert.Equal("**1 page, 2 operations, 1 type, 1 warning**", lines[0]);
        Assert.StartsWith("| warning [DG0422](", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_are_listed_and_shown()
    {
        Assert.Equal("Lamps.Get GET /rooms/{room}/lamps/{id}", string.Join(' ', Run(Lamps, "list").Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        string shown = Run(Lamps, "show", "lamps.get").Output;
        Assert.Contains("GET /rooms/{room}/lamps/{id}  new LampGetRequest(room, lampId)", shown, StringComparison.Ordinal);
        Assert.Contains("returns Task<LampGetResponse>, status 200", shown, StringComparison.Ordinal);
        (int exit, _, string error) = Run(Lamps, "show", "Lamps.Burn");
        Assert.Equal((ExitCodes.Findings, "There is no operation 'Lamps.Burn'. 'docgen list' prints all.\n"), (exit, error));
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "chek", "docs")]
    [InlineData(ExitCodes.Usage, "check", "docs", "--format", "xml")]
    [InlineData(ExitCodes.Usage)]
    [InlineData(ExitCodes.Unreadable, "check", "no such folder")]
    public void A_mistake_has_an_exit_code_and_a_message_of_its_own(int exit, params string[] arguments)
    {
        var error = new StringWriter();

        Assert.Equal(exit, new DocGenCommand(TextWriter.Null, error).Run(arguments));
        Assert.NotEmpty(error.ToString());
    }

    [Fact]
    public void A_folder_without_a_page_is_said()
    {
        var error = new StringWriter();

        Assert.Equal(ExitCodes.Unreadable, new DocGenCommand(TextWriter.Null, error).Run(["check", _folder]));
        Assert.Contains("no Markdown page", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Accepting_writes_the_surface_and_writes_nothing_over_lines_that_it_cannot_read()
    {
        string surface = Path.Combine(_folder, "accepted.txt");
        Assert.Equal(ExitCodes.Ok, Run(Lamps, "accept", "--surface", surface).Exit);
        string renamed = File.ReadAllText(surface).Replace("= Lamp\n", "= Light\n", StringComparison.Ordinal);
        File.WriteAllText(surface, renamed);
        Assert.Equal(ExitCodes.Ok, Run(Lamps, "accept", "--surface", surface).Exit);
        Assert.Contains("= Light\n", File.ReadAllText(surface), StringComparison.Ordinal);

        File.WriteAllText(surface, renamed + "<<<<<<< ours\n");
        (int exit, _, string error) = Run(Lamps, "accept", "--surface", surface);

        Assert.Equal(ExitCodes.Unreadable, exit);
        Assert.Contains("DG0805", error, StringComparison.Ordinal);
        Assert.EndsWith("<<<<<<< ours\n", File.ReadAllText(surface), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, Run(Lamps, "accept", "--surface", surface, "--force").Exit);
        Assert.DoesNotContain("<<<<<<<", File.ReadAllText(surface), StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Error) Run(string page, string command, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_folder, "lamps.md"), page);
        var output = new StringWriter();
        var error = new StringWriter();
        int exit = new DocGenCommand(output, error).Run([command, _folder, .. arguments]);
        return (exit, output.ToString(), error.ToString());
    }
}
