using System.Text.Json;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Surface;
using DocGen.Tests.Harness;
using DocGen.Tool.Commands;

namespace DocGen.Tests.Tool;

/// <summary>Tests of the command <c>docgen</c>, with its arguments, output and exit code.</summary>
public sealed class DocGenCommandTests : IDisposable
{
    private const string Lamps =
        "# Lamps\nThe base URL is `https://lamps.example.com`.\n## Get a lamp\n\n`GET /rooms/{room}/lamps/{id}`\n\n" +
        "```json\n{ \"id\": 2, \"watts\": 5 }\n```\n";

    // The request in line 13 has no response.
    private const string Unanswered = Lamps + "\n## Get the state\n\n`GET /lamps/{id}/state`\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("docgen-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Docs_without_a_finding_give_a_summary_and_exit_code_0()
    {
        Assert.Equal((ExitCodes.Ok, "1 page, 1 operation, 1 type, 0 warnings\n", ""), Run(Lamps, "check"));
    }

    [Fact]
    public void A_mistake_is_reported_at_its_line_and_gives_exit_code_1_unless_its_rule_is_disabled()
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
    public void Findings_of_severity_info_are_shown_with_an_option()
    {
        const string Page = Lamps + "\n[gone](gone.md)\n";

        Assert.DoesNotContain("info DG", Run(Page, "check").Output, StringComparison.Ordinal);
        Assert.Contains(": info DG0501: ", Run(Page, "check", "--severity", "info").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_and_SARIF_have_each_finding_with_its_position()
    {
        using var json = JsonDocument.Parse(Run(Unanswered, "check", "--format", "json").Output);
        using var sarif = JsonDocument.Parse(Run(Unanswered, "check", "--format", "sarif").Output);

        JsonElement finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray());
        Assert.Equal(("DG0422", "warning", 13),
            (finding.GetProperty("id").GetString(), finding.GetProperty("severity").GetString(),
                finding.GetProperty("line").GetInt32()));
        JsonElement run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        Assert.Equal(("DG0422", 0, "warning"),
            (result.GetProperty("ruleId").GetString(), result.GetProperty("ruleIndex").GetInt32(),
                result.GetProperty("level").GetString()));
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("lamps.md", place.GetProperty("artifactLocation").GetProperty("uri").GetString(),
            StringComparison.Ordinal);
        Assert.Equal(13, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void A_workflow_annotation_is_one_line()
    {
        string text = Run(Unanswered, "check", "--format", "github").Output;

        string[] lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Matches(@"^::warning file=[^,]*lamps\.md,line=13,col=\d+,endLine=13,title=DG0422%3A [^:]*::.*$",
            lines[0]);
    }

    [Fact]
    public void Markdown_is_a_table_below_the_summary()
    {
        string[] lines = Run(Unanswered, "check", "--format", "markdown").Output.Split('\n');

        Assert.Equal("**1 page, 2 operations, 1 type, 1 warning**", lines[0]);
        Assert.StartsWith("| warning [DG0422](", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void List_and_show_print_operations()
    {
        Assert.Equal("Lamps.Get GET /rooms/{room}/lamps/{id}",
            string.Join(' ', Run(Lamps, "list").Output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)));
        string shown = Run(Lamps, "show", "lamps.get").Output;
        Assert.Contains("GET /rooms/{room}/lamps/{id}  new LampGetRequest(room, lampId)", shown,
            StringComparison.Ordinal);
        Assert.Contains("returns Task<LampGetResponse>, status 200", shown, StringComparison.Ordinal);
        (int exit, _, string error) = Run(Lamps, "show", "Lamps.Burn");
        Assert.Equal((ExitCodes.Findings, "There is no operation 'Lamps.Burn'. 'docgen list' prints all operations.\n"),
            (exit, error));
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "chek", "docs")]
    [InlineData(ExitCodes.Usage, "check", "docs", "--format", "xml")]
    [InlineData(ExitCodes.Usage)]
    [InlineData(ExitCodes.Unreadable, "check", "no such folder")]
    public void A_command_line_mistake_has_an_exit_code_and_a_message(int exit, params string[] arguments)
    {
        var error = new StringWriter();

        Assert.Equal(exit, new DocGenCommand(TextWriter.Null, error).Run(arguments));
        Assert.NotEmpty(error.ToString());
    }

    [Fact]
    public void Snippets_prints_the_documented_requests_as_CSharp()
    {
        (int exit, string text, string error) = RunOn("snippets", DocFolders.ApiDocsFolder, "--page", "drive-get.md");

        Assert.Equal((ExitCodes.Ok, "1 request as C#\n"), (exit, error));
        Assert.Equal(
            ["GET https://drive.example.com/v1.0/drive",
                "Drive drive = await client.Drives.GetAsync(at => at.Drive());", ""],
            text.Split('\n').Select(line =>
                line[(line.LastIndexOf(": ", StringComparison.Ordinal) is var at && at > 0 ? at + 2 : 0)..]));
        Assert.Equal((ExitCodes.Usage, "", "No page ends in 'chairs.md'.\n"),
            RunOn("snippets", DocFolders.ApiDocsFolder, "--page", "chairs.md"));
    }

    [Fact]
    public void A_folder_without_a_page_is_reported()
    {
        var error = new StringWriter();

        Assert.Equal(ExitCodes.Unreadable, new DocGenCommand(TextWriter.Null, error).Run(["check", _folder]));
        Assert.Contains("no Markdown page", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Accept_writes_the_surface_and_keeps_a_file_with_unreadable_lines()
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

    [Fact]
    public void Check_list_and_show_read_the_surface_file_next_to_the_docs_or_the_file_in_the_arguments()
    {
        string docs = Directory.CreateDirectory(Path.Combine(_folder, "docs")).FullName;
        File.WriteAllText(Path.Combine(docs, "lamps.md"), Lamps);
        string other = Path.Combine(_folder, "other.txt");
        Accept(docs, Path.Combine(_folder, "docs.surface.txt"), "Beside.Read");
        Accept(docs, other, "Named.Read");

        Assert.StartsWith("Beside.Read ", RunOn("list", docs).Output, StringComparison.Ordinal);
        Assert.StartsWith("Named.Read ", RunOn("list", docs, "--surface", other).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, RunOn("show", docs, "Named.Read", "--surface", other).Exit);
        Assert.Equal(ExitCodes.Findings, RunOn("show", docs, "Named.Read").Exit);
        File.AppendAllText(other, "<<<<<<< ours\n");
        Assert.Equal(ExitCodes.Ok, RunOn("check", docs).Exit);
        Assert.Contains("DG0805", RunOn("check", docs, "--surface", other).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("list")]
    [InlineData("show", "Lamps.Get")]
    public void A_missing_surface_file_in_the_arguments_is_a_usage_error(
        string command, params string[] arguments)
    {
        string gone = Path.Combine(_folder, "gone.txt");

        (int exit, string text, string error) = Run(Lamps, command, [.. arguments, "--surface", gone]);

        Assert.Equal((ExitCodes.Usage, ""), (exit, text));
        Assert.Contains($"There is no surface file '{gone}'.", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_surface_file_for_more_docs_than_those_that_are_read_is_reported_and_not_used()
    {
        string docs = Directory.CreateDirectory(Path.Combine(_folder, "docs", "api")).Parent!.FullName;
        string page = Path.Combine(docs, "api", "lamps.md");
        File.WriteAllText(page, Lamps);
        Accept(docs, Path.Combine(_folder, "docs.surface.txt"), "Pinned.Read");

        foreach (string part in (string[])[page, Path.Combine(docs, "api")])
        {
            (int exit, string text, string error) = RunOn("list", part);
            Assert.Equal(ExitCodes.Ok, exit);
            Assert.StartsWith("Lamps.Get ", text, StringComparison.Ordinal);
            Assert.Matches(
                @"docs\.surface\.txt' covers more than these docs and is not read\. "
                + @"To use it, add '--surface .*docs\.surface\.txt'\.\n",
                error);
        }

        Assert.Equal("", RunOn("list", docs).Error);
    }

    [Fact]
    public void The_surface_file_of_a_single_page_is_in_the_folder_of_the_page()
    {
        string page = Path.Combine(_folder, "lamps.md");
        File.WriteAllText(page, Lamps);

        Assert.Equal(ExitCodes.Ok, RunOn("accept", page).Exit);
        string surface = Path.Combine(_folder, "lamps.surface.txt");
        string renamed = File.ReadAllText(surface).Replace("Lamps.Get", "Pinned.Read", StringComparison.Ordinal);
        File.WriteAllText(surface, renamed);

        Assert.StartsWith("Pinned.Read ", RunOn("list", page).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doc_set_of_a_project_is_accepted_with_the_pages_and_the_selection_and_the_file_of_the_project()
    {
        string docs = Directory.CreateDirectory(Path.Combine(_folder, "docs with a space")).FullName;
        string surface = Path.Combine(_folder, "accepted.txt");
        File.WriteAllText(Path.Combine(docs, "lamps.md"), Unanswered);
        File.WriteAllText(Path.Combine(docs, "rooms.md"), Lamps.Replace("amp", "oom", StringComparison.Ordinal));
        string set = Path.Combine(_folder, "set.txt");
        File.WriteAllText(
            set,
            $"project {_folder}\nsurface {surface}\nexclude Lamps.GetState|**/none.md\n" +
            $"page {Path.Combine(docs, "lamps.md")}\n");

        (int exit, _, string error) = RunOn("accept", "--set", set);

        Assert.Equal((ExitCodes.Ok, ""), (exit, error));
        string[] lines = File.ReadAllLines(surface);
        Assert.Equal(
            "GET Lamps.Get -> 200 Lamp",
            Assert.Single(lines, line => line.StartsWith("GET ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Accept_gives_a_class_named_like_the_client_the_same_name_as_the_build()
    {
        string docs = Directory.CreateDirectory(Path.Combine(_folder, "docs")).FullName;
        string page = Path.Combine(docs, "lamps.md");
        string surface = Path.Combine(_folder, "accepted.txt");
        File.WriteAllText(page, Lamps);
        string set = Path.Combine(_folder, "set.txt");
        File.WriteAllText(
            set,
            $"project {_folder}\nsurface {surface}\napi Home\nnamespace Home.Api\nclient Lamp\nroot \npage {page}\n");
        GeneratorSession build = new GeneratorSession([("docs/lamps.md", Lamps)])
            .Configure("DocGenApi", "Home").Configure("DocGenNamespace", "Home.Api")
            .Configure("DocGenClientName", "Lamp").Run();
        ApiFile[] emitted = [.. build.Outputs(TrackingNames.Files).Cast<EquatableArray<ApiFile>>()
            .SelectMany(files => files)];

        Assert.Equal(ExitCodes.Ok, RunOn("accept", "--set", set).Exit);
        string accepted = File.ReadAllText(surface);
        Assert.Equal(SurfaceWriter.Write(SurfaceReader.Of(emitted, null)), accepted);
        Assert.DoesNotContain("= Lamp\n", accepted, StringComparison.Ordinal);

        // The surface file also pins the names if the doc set has a name.
        string renamed = accepted.Replace("Lamps.Get", "Pinned.Read", StringComparison.Ordinal);
        File.WriteAllText(surface, renamed);
        Assert.Equal(ExitCodes.Ok, RunOn("accept", "--set", set, "--check").Exit);
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("accept", "docs", "--set", "set.txt")]
    [InlineData("accept", "--set", "no such file")]
    public void Accept_requires_docs_or_an_existing_doc_set(params string[] arguments)
    {
        (int exit, _, string error) = RunOn(arguments[0], arguments[1..]);

        Assert.Equal(ExitCodes.Usage, exit);
        Assert.NotEmpty(error);
    }

    /// <summary>Writes the surface file with another name for its only operation.</summary>
    private static void Accept(string docs, string surface, string name)
    {
        Assert.Equal(ExitCodes.Ok, RunOn("accept", docs, "--surface", surface).Exit);
        string renamed = File.ReadAllText(surface).Replace("Lamps.Get", name, StringComparison.Ordinal);
        File.WriteAllText(surface, renamed);
    }

    private static (int Exit, string Output, string Error) RunOn(string command, params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int exit = new DocGenCommand(output, error).Run([command, .. arguments]);
        return (exit, output.ToString(), error.ToString());
    }

    private (int Exit, string Output, string Error) Run(string page, string command, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(_folder, "lamps.md"), page);
        return RunOn(command, [_folder, .. arguments]);
    }
}
