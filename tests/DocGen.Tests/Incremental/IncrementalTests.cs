using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>Tests of the work after an edit: the pages that are read, and the files that are emitted.</summary>
[Trait("Speed", "Slow")]
public class IncrementalTests
{
    private const string GetPage = "docs/item-get.md";
    private const string ListPage = "docs/note-list.md";
    private const string ItemPage = "docs/resources/item.md";
    private const string NotePage = "docs/resources/note.md";

    private static readonly (string, string?)[] Pages =
    [
        (GetPage, """
            # Get item

            Gets it.

            ## HTTP request
            ```http
            GET /items/<item-id>
            ```
            ## Response
            Returns `200 OK` and an [item](resources/item.md) object.

            ## Remarks
            Some words.
            """),
        (ListPage, """
            # List notes

            ## HTTP request
            ```http
            GET /notes
            ```
            ## Response
            Returns `200 OK` and a collection of [note](resources/note.md) objects.
            """),
        (ItemPage, Resource("item", "baseItem", "size", "Its size.")),
        ("docs/resources/baseitem.md", Resource("baseItem", null, "name", "Its name.")),
        (NotePage, Resource("note", null, "text", "What it says.")),
    ];

    [Fact]
    public void The_first_run_reads_every_page_and_emits_every_file()
    {
        GeneratorSession session = Start();

        Assert.Equal((5, 5), session.Count(TrackingNames.Pages));
        Assert.Equal(["ApiClient.g.cs", "ApiClientJson.g.cs", "BaseItem.g.cs", "Item.g.cs", "Note.g.cs"],
            session.Touched);
        Assert.Equal(["DG0406 item-get.md:7"], session.Diagnostics);
        Assert.Empty(session.Problems());
    }

    [Fact]
    public void An_edit_of_CSharp_code_runs_no_step()
    {
        GeneratorSession session = Start().Type("class C { }").Run();

        Assert.All(Steps, step => Assert.Equal((0, 0), session.Count(step)));
        Assert.Empty(session.Touched);
        Assert.Equal(["DG0406 item-get.md:7"], session.Diagnostics);
    }

    [Fact]
    public void New_texts_with_equal_content_parse_nothing()
    {
        GeneratorSession session = Start().Reload().Run();

        Assert.Equal((5, 0), session.Count(TrackingNames.Documents));
        Assert.Equal((0, 0), session.Count(TrackingNames.Pages));
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void An_edit_of_unused_text_reads_one_page_and_emits_nothing()
    {
        GeneratorSession session = Start().Edit(GetPage, text => text.Replace("Some words.", "Other and more words."))
            .Run();

        Assert.Equal((1, 0), session.Count(TrackingNames.Pages));
        Assert.Equal((0, 0), session.Count(TrackingNames.Apis));
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void An_edit_that_shifts_lines_changes_the_lines_of_diagnostics_and_emits_nothing()
    {
        GeneratorSession session = Start().Edit(GetPage, text => text.Replace("Gets it.", "\n\nGets it.")).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Pages));
        Assert.Equal((1, 0), session.Count(TrackingNames.Models));
        Assert.Equal((0, 0), session.Count(TrackingNames.Apis));
        Assert.Equal((1, 1), session.Count(TrackingNames.Diagnostics));
        Assert.Empty(session.Touched);
        Assert.Equal(["DG0406 item-get.md:9"], session.Diagnostics);
    }

    [Fact]
    public void A_changed_option_reads_no_page_again()
    {
        GeneratorSession session = Start();
        ParsedPage[] read = [.. session.Outputs(TrackingNames.Pages).Cast<Page>().Select(page => page.Parsed)];

        session.Configure("DocGenServiceRoot", "https://example.com/v2").Run();
        Assert.Equal(["ApiClient.g.cs"], session.Touched);

        session.Configure("DocGenNamespace", "Other").Run();
        Assert.Equal(session.Sources.Keys, session.Touched);
        Assert.All(session.Sources.Values,
            source => Assert.Contains("namespace Other", source, StringComparison.Ordinal));

        session.Configure("DocGenInclude", "Notes.*").Run();
        Assert.Equal(["-BaseItem.g.cs", "-Item.g.cs", "ApiClient.g.cs", "ApiClientJson.g.cs"], session.Touched);
        Assert.All(session.Outputs(TrackingNames.Pages).Cast<Page>().Zip(read),
            pair => Assert.Same(pair.Second, pair.First.Parsed));
    }

    [Fact]
    public void An_edit_of_a_description_emits_only_the_file_that_contains_it()
    {
        GeneratorSession session = Start().Edit(NotePage, text => text.Replace("What it says.", "Its words.")).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Pages));
        Assert.Equal(["Note.g.cs"], session.Touched);
        Assert.Contains("Its words.", session.Sources["Note.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_property_emits_only_the_file_of_its_type()
    {
        GeneratorSession session = Start();

        session.Edit(NotePage, text =>
            text.Replace("|text|", "|more|Int32|New.|\n|text|").Replace("\"text\":", "\"more\": 1, \"text\":")).Run();
        Assert.Equal(["Note.g.cs"], session.Touched);
        Assert.Equal((0, 0), session.Count(TrackingNames.Paths));
        Assert.Contains("public int? More", session.Sources["Note.g.cs"], StringComparison.Ordinal);

        session.Edit("docs/resources/baseitem.md",
            text => text.Replace("|name|", "|more|Int32|New.|\n|name|").Replace("\"name\":", "\"more\": 1, \"name\":"))
            .Run();
        Assert.Equal(["BaseItem.g.cs"], session.Touched);
        Assert.Empty(session.Problems());
    }

    [Fact]
    public void Only_the_edited_files_of_a_page_are_emitted()
    {
        GeneratorSession session = Start()
            .Edit(NotePage, text => text
                + "\n\n### noteKind values\n|Member|Description|\n|-|-|\n|short|Few words.|\n|long|Many.|\n").Run();
        Assert.Contains("NoteKind.g.cs", session.Sources.Keys);

        session.Edit(NotePage, text =>
            text.Replace("|text|", "|more|Int32|New.|\n|text|").Replace("\"text\":", "\"more\": 1, \"text\":")).Run();
        Assert.Equal(["Note.g.cs"], session.Touched);

        session.Edit(NotePage, text => text.Replace("Few words.", "A word.")).Run();
        Assert.Equal(["NoteKind.g.cs"], session.Touched);
    }

    [Fact]
    public void A_property_that_moves_to_the_base_leaves_the_derived_class()
    {
        GeneratorSession session = Start();

        session.Edit("docs/resources/baseitem.md",
            text => text.Replace("|name|", "|size|String|Now here.|\n|name|")
                .Replace("\"name\":", "\"size\": \"String\", \"name\":")).Run();

        Assert.Equal(["BaseItem.g.cs", "Item.g.cs"], session.Touched);
        Assert.Empty(session.Problems());
    }

    [Fact]
    public void A_missing_heading_is_reported_at_the_links_and_emits_nothing()
    {
        GeneratorSession session = Start()
            .Edit(GetPage, text => text.Replace("Some words.",
                "See [it](resources/NOTE.md#properties), [not it](resources/note.md#propertes) and [a " +
                "tab](resources/note.md#tab/x).")).Run();
        Assert.Contains("DG0503 item-get.md:13", session.Diagnostics);
        Assert.Single(session.Diagnostics, d => d.StartsWith("DG0503", StringComparison.Ordinal));
        Assert.Equal(
            "No heading of 'docs/resources/note.md' has the bookmark '#propertes'; did you mean 'properties'?",
            session.Result.Diagnostics.Single(d => d.Id == "DG0503")
                .GetMessage(System.Globalization.CultureInfo.InvariantCulture));

        session.Edit(NotePage, text => text.Replace("## Properties", "## All propertes")).Run();
        Assert.Equal(2, session.Diagnostics.Count(d => d.StartsWith("DG0503 item-get", StringComparison.Ordinal)));

        // The edit changes a heading and no link, so the links on the edited page are not checked again.
        session.Edit(NotePage, text => text.Replace("## All propertes", "## Propertes")).Run();
        Assert.Single(session.Diagnostics, d => d.StartsWith("DG0503 item-get", StringComparison.Ordinal));

        session.Edit(GetPage, text => text.Replace("[a tab]", "[one tab]")).Run();
        Assert.Equal((0, 0), session.Count(TrackingNames.Paths));
        Assert.Empty(session.Touched);
    }

    [Theory]
    [InlineData("C#", "#nowhere")]
    [InlineData("D", "#nowhere")]
    [InlineData("C#", "#c#")]
    public void A_missing_bookmark_is_reported_for_any_folder_name(string folder, string bookmark)
    {
        GeneratorSession session = new GeneratorSession(
            [($"docs/{folder}/a.md", $"# A\n\n[b](b.md{bookmark}), [b](b.md#b)\n"),
                ($"docs/{folder}/b.md", "# B\n\n[a](a.md#a)\n")]).Run();

        Assert.Equal($"No heading of 'docs/{folder}/b.md' has the bookmark '{bookmark}'",
            Assert.Single(session.Result.Diagnostics, d => d.Id == "DG0503")
                .GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("DG0503 a.md:3", session.Diagnostics);
    }

    [Fact]
    public void A_new_page_that_sorts_first_emits_only_its_own_files()
    {
        GeneratorSession session = Start().Add("docs/aaa.md", Resource("alpha", null, "a", "A.")).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Pages));
        // The client counts its pages.
        Assert.Equal(["Alpha.g.cs", "ApiClient.g.cs", "ApiClientJson.g.cs"], session.Touched);
    }

    [Fact]
    public void A_new_group_emits_its_file_and_the_client()
    {
        GeneratorSession session = Start()
            .Add("docs/list-get.md", "# Get list\n\n## HTTP request\n```http\nGET /lists/{id}\n```\n").Run();

        Assert.Equal(["ApiClient.g.cs", "List.g.cs"], session.Touched);
        Assert.Contains("Lists", session.Sources["ApiClient.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Removing_a_page_removes_its_emitted_file()
    {
        GeneratorSession session = Start();

        session.Remove(ListPage).Run();
        Assert.Equal((0, 0), session.Count(TrackingNames.Pages));
        Assert.Equal(["ApiClient.g.cs", "Note.g.cs"], session.Touched);

        session.Remove(NotePage).Run();
        Assert.Equal(["-Note.g.cs", "ApiClient.g.cs", "ApiClientJson.g.cs"], session.Touched);
        Assert.Empty(session.Problems());
    }

    [Fact]
    public void A_type_without_its_page_is_a_placeholder_until_the_page_is_restored()
    {
        GeneratorSession session = Start();
        SortedDictionary<string, string> before = session.Sources;

        session.Remove(NotePage).Run();
        Assert.Equal(["ApiClient.g.cs", "Note.g.cs"], session.Touched);
        Assert.Equal(["DG0303 note-list.md:8", "DG0406 item-get.md:7", "DG0501 note-list.md:8"],
            session.Diagnostics.Order(StringComparer.Ordinal));

        session.Add(NotePage, Pages.Single(p => p.Item1 == NotePage).Item2!).Run();
        Assert.Equal(before, session.Sources);
        Assert.Equal(["DG0406 item-get.md:7"], session.Diagnostics);
    }

    [Fact]
    public void A_renamed_page_emits_the_files_that_contain_its_path()
    {
        GeneratorSession session = Start();

        session.Remove("docs/resources/baseitem.md").Run().Add("docs/resources/base.md", Pages[3].Item2!).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Pages));
        Assert.Contains("docs/resources/base.md", session.Sources["BaseItem.g.cs"], StringComparison.Ordinal);
        Assert.Equal(["ApiClient.g.cs", "ApiClientJson.g.cs", "BaseItem.g.cs", "Item.g.cs"], session.Touched);
    }

    [Fact]
    public void A_changed_order_of_the_docs_emits_nothing()
    {
        GeneratorSession session = Start().Reverse().Run();

        Assert.Equal((0, 0), session.Count(TrackingNames.Pages));
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void An_undone_edit_restores_the_same_files()
    {
        GeneratorSession session = Start();
        SortedDictionary<string, string> before = session.Sources;

        session.Edit(NotePage, text => text + "\n").Run();
        session.Set(NotePage, null).Run();
        Assert.Contains("DG0007 note.md:1", session.Diagnostics);
        session.Set(NotePage, Pages.Single(p => p.Item1 == NotePage).Item2).Run();

        Assert.Equal(before, session.Sources);
    }

    [Fact]
    public void Any_sequence_of_edits_gives_the_same_result_as_a_fresh_run()
    {
        GeneratorSession session = new GeneratorSession(DocFolders.ApiDocs).Run();
        foreach ((string path, string? text) in DocFolders.ApiDocs)
        {
            // The emitted files of the page are removed and restored. The files of later pages must stay.
            foreach (string? edited in (string?[])["", "# x", null, "# y",
                text!.Replace("rive", "rove", StringComparison.Ordinal), text])
            {
                SortedDictionary<string, string> fresh =
                    new GeneratorSession(DocFolders.ApiDocs.Select(
                        doc => doc.Path == path ? (path, edited) : doc)).Run().Sources;
                Assert.Equal(fresh, session.Set(path, edited).Run().Sources);
            }
        }
    }

    [Fact]
    public void Removing_and_restoring_the_last_operation_restores_the_files()
    {
        GeneratorSession session = new GeneratorSession([Pages[0]]).Run();
        SortedDictionary<string, string> before = session.Sources;

        Assert.Empty(session.Set(GetPage, "").Run().Sources);
        Assert.Empty(session.Set(GetPage, "# x").Run().Sources);
        Assert.Equal(before, session.Set(GetPage, Pages[0].Item2).Run().Sources);
    }

    internal static readonly string[] Steps =
    [
        TrackingNames.Documents, TrackingNames.Pages, TrackingNames.Models, TrackingNames.Apis, TrackingNames.Files,
        TrackingNames.Clients, TrackingNames.Types, TrackingNames.Diagnostics, TrackingNames.Paths,
        TrackingNames.LanguageVersion,
        TrackingNames.Configuration, TrackingNames.Order,
    ];

    private static GeneratorSession Start() => new GeneratorSession(Pages).Run();

    private static string Resource(string name, string? baseType, string property, string words) => $$"""
        # {{name}} resource

        ## Properties
        |Property|Type|Description|
        |-|-|-|
        |{{property}}|String|{{words}}|

        ## JSON representation
        <!-- {"blockType": "resource", "@odata.type": "my.{{name}}"{{(baseType is null
            ? ""
            : $", \"baseType\": \"my.{baseType}\"")}}} -->
        ```json
        {"{{property}}": "String"}
        ```
        """;
}
