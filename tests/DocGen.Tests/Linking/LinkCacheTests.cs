using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests that a group of operations or a type is linked again only if one of its inputs has changed.</summary>
[Trait("Speed", "Slow")]
public class LinkCacheTests
{
    private static readonly Dictionary<string, string> Pages = new()
    {
        ["docs/item-update.md"] = """
            # Update item

            ## HTTP request
            ```http
            PATCH /items/{id}
            ```
            ## Request body
            |Property|Type|Description|
            |-|-|-|
            |id|String|Its id.|
            |a|String|A.|
            |b|String|B.|
            |c|String|C.|
            |d|String|D.|
            |e|String|E.|
            |f|String|F.|
            |g|String|G.|
            |h|String|H.|
            |color|String|Its color.|

            ## Response
            Returns `200 OK` and an [item](resources/item.md) object.
            """,
        ["docs/item-move.md"] = """
            # item: move

            ## HTTP request
            ```http
            POST /items/{id}/move
            ```
            ## Request body
            |Parameter|Type|Description|
            |-|-|-|
            |mode|String|How. Possible values are: `fast`, `slow`.|
            |note|note or remark|What to write on it.|

            ## Response
            Returns `200 OK` and a [note](resources/note.md) object.
            """,
        ["docs/item-weigh.md"] = """
            ## HTTP request
            ```http
            POST /items/{id}/weigh
            ```
            ## Response
            ```json
            {"x": 1, "y": 2, "z": 3}
            ```
            """,
        ["docs/item-fold.md"] = """
            ## HTTP request
            ```http
            POST /items/{id}/fold
            ```
            ## Response
            Returns `200 OK` as the [guide](guide.md) says.
            """,
        ["docs/item-stock.md"] = """
            ## HTTP request
            ```http
            POST /items/{id}/stock
            ```
            ## Response
            Returns `202 Accepted` and a `Location` header: see [how far it is](job-get.md).
            """,
        ["docs/item-haunt.md"] = Haunt("items"),
        ["docs/zone-haunt.md"] = Haunt("zones"),
        ["docs/item-call.md"] = """
            ## HTTP request
            ```http
            POST /items/{id}/call
            ```
            ## Request body
            |Parameter|Type|Description|
            |-|-|-|
            |a|Phantom|Nothing that is linked.|
            |b|[Phantom](resources/other.md)|The other.|

            ## Response
            Returns `204 No Content`.
            """,
        ["docs/resources/itemweigh.md"] = """
            # itemWeigh resource

            ## JSON representation
            <!-- {"blockType": "resource", "@odata.type": "my.itemWeigh"} -->
            ```json
            { "box": { "width": 1, "height": 2 } }
            ```
            """,
        ["docs/guide.md"] = "# Guide\n",
        ["docs/job-get.md"] = Job("note"),
        ["docs/resources/item.md"] = Resource("item", "id", "a", "b", "c", "d", "e", "f", "g", "h"),
        ["docs/resources/note.md"] = Resource("note", "text"),
        ["docs/resources/remark.md"] = Resource("remark", "text"),
        ["docs/resources/other.md"] = Resource("other", "text"),
    };

    public static TheoryData<string, string, string?> Edits => new()
    {
        { "a member that only the request had", "docs/resources/item.md",
            Resource("item", "id", "a", "b", "c", "d", "e", "f", "g", "h", "color") },
        { "members that tied a table to a resource", "docs/resources/item.md", Resource("item", "id") },
        { "a type without a page", "docs/resources/note.md", null },
        { "a type with another name", "docs/resources/note.md", Resource("annotation", "text") },
        { "a type with the name of a request", "docs/resources/move.md", Resource("itemMoveRequest", "text") },
        { "an enum of the values", "docs/resources/mode.md",
            "# moveMode enum\n\n## Members\n|Member|Description|\n|-|-|\n|fast|Fast.|\n|slow|Slow.|\n" },
        { "a base that two types share", "docs/resources/remark.md",
            Resource("remark", "text")
                .Replace("\"my.remark\"", "\"my.remark\", \"baseType\": \"my.note\"", StringComparison.Ordinal) },
        { "a resource that matches an unnamed answer", "docs/resources/size.md", Resource("size", "x", "y", "z") },
        { "a word that becomes a type", "docs/guide.md", Resource("guide", "text") },
        { "the result type of a job", "docs/job-get.md", Job("remark") },
        { "a page for the unknown type", "docs/resources/ghost.md", Resource("ghost", "text") },
        { "an earlier page that uses the unknown type", "docs/attic-haunt.md", Haunt("attics") },
        { "one page less that uses the unknown type", "docs/item-haunt.md", null },
        { "a type with the name of a placeholder", "docs/resources/gho.md", Resource("gho_st", "text") },
        { "a type with a name similar to the unknown type", "docs/resources/ghosts.md", Resource("ghos", "text") },
        { "a page of the group itself", "docs/item-get.md",
            "# Get item\n\n## HTTP request\n```http\nGET /items/{id}\n```\n" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_of_an_input_gives_the_same_result_as_a_fresh_run(string what, string path, string? text)
    {
        var cache = new LinkCache();
        Dictionary<string, PageModel> models = Read(Pages);
        LinkedApi before = Link(models, cache);
        Dictionary<string, string> edited = new(Pages);
        if (text is null)
            edited.Remove(path);
        else
            edited[path] = text;

        models.Remove(path);
        if (text is not null)
            models[path] = PageReader.Read(path, text).Model;
        LinkedApi after = Link(models, cache);
        LinkedApi fresh = Link(Read(edited));

        Assert.False(Items(before) == Items(after) && before.Findings == after.Findings,
            what + ": nothing has changed");
        AssertEqual(what, fresh, after, edited.Keys);
        // Undo the edit.
        models.Remove(path);
        if (Pages.TryGetValue(path, out string? original))
            models[path] = PageReader.Read(path, original).Model;
        AssertEqual(what, Link(Read(Pages)), Link(models, cache), Pages.Keys);
    }

    [Fact]
    public void An_unrelated_edit_keeps_the_operation_objects_of_a_group()
    {
        var cache = new LinkCache();
        Dictionary<string, PageModel> models = Read(Pages);
        EquatableArray<Operation> before = Items(Link(models, cache));

        models["docs/resources/other.md"] = PageReader.Read("docs/resources/other.md",
            Resource("other", "text", "more")).Model;
        EquatableArray<Operation> after = Items(Link(models, cache));

        Assert.Equal(7, after.Count);
        Assert.All(before.Zip(after), pair => Assert.Same(pair.First, pair.Second));
    }

    [Fact]
    public void A_property_edit_links_one_type_and_no_unrelated_group()
    {
        var cache = new LinkCache();
        Dictionary<string, PageModel> models = Read(Pages);
        Link(models, cache);
        (int types, int groups, int gathered) = (cache.Resources.Computed, cache.Groups.Computed,
            cache.Gathered.Computed);

        models["docs/resources/other.md"] = PageReader.Read("docs/resources/other.md",
            Resource("other", "text", "more")).Model;
        Link(models, cache);

        Assert.Equal(types + 1, cache.Resources.Computed);
        Assert.Equal((groups, gathered), (cache.Groups.Computed, cache.Gathered.Computed));
    }

    [Fact]
    public void A_second_link_of_the_same_pages_computes_nothing()
    {
        var cache = new LinkCache();
        Dictionary<string, PageModel> models = Read(Pages);
        Link(models, cache);
        (int types, int groups, int enums) = (cache.Resources.Computed, cache.Groups.Computed, cache.Enums.Computed);

        Link(models, cache);

        Assert.Equal((types, groups, enums), (cache.Resources.Computed, cache.Groups.Computed, cache.Enums.Computed));
    }

    [Fact]
    public void A_selection_keeps_the_objects_of_unchanged_types()
    {
        var cache = new LinkCache();
        Dictionary<string, PageModel> models = Read(Pages);
        LinkedApi all = Link(models, cache);

        LinkedApi selected = all.Selected(Selection.Of("Items.*", ""), cache);

        Dictionary<string, StructuredType> before = all.Files.SelectMany(file => file.Types)
            .ToDictionary(type => type.Name);
        StructuredType[] after = [.. selected.Files.SelectMany(file => file.Types)];
        Assert.Contains(after, type => type.Name == "Item");
        Assert.All(after, type => Assert.Same(before[type.Name], type));
    }

    [Fact]
    public void A_second_link_gives_the_same_result_as_a_fresh_one()
    {
        LinkedApi fresh = Link(Read(Pages));
        var cache = new LinkCache();
        Dictionary<string, PageModel> models = Read(Pages);
        Link(models, cache);

        AssertEqual("again", fresh, Link(models, cache), Pages.Keys);
        Assert.Equal(["ItemWeigh", "ItemWeighBox"],
            fresh.FilesOf("docs/resources/itemweigh.md").Single().Types.Select(type => type.Name));
        Assert.Equal(["DG0303", "DG0304"],
            fresh.Findings
                .Where(f => f.Page == "docs/item-call.md" && f.RuleId.StartsWith("DG03", StringComparison.Ordinal))
                .Select(f => f.RuleId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Removing_and_restoring_a_page_gives_the_same_result_as_a_fresh_run()
    {
        (string Path, string Text)[] pages = [.. DocFolders.ApiDocs.Select(page => (page.Path, page.Text!))];
        Dictionary<string, PageModel> models = Read(pages.ToDictionary(page => page.Path, page => page.Text));
        var cache = new LinkCache();
        Link(models, cache);
        foreach ((string path, string text) in pages)
        {
            models.Remove(path);
            AssertEqual(path,
                Link(Read(pages.Where(page => page.Path != path).ToDictionary(page => page.Path, page => page.Text))),
                Link(models, cache), models.Keys);
            models[path] = PageReader.Read(path, text).Model;
            Link(models, cache);
        }
    }

    private static Dictionary<string, PageModel> Read(Dictionary<string, string> pages) =>
        pages.ToDictionary(page => page.Key, page => PageReader.Read(page.Key, page.Value).Model);

    private static LinkedApi Link(Dictionary<string, PageModel> pages, LinkCache? cache = null) =>
        Linker.Link(new ApiSettings("", "Test", "ApiClient"), serviceRoot: null, pages.Values, cache);

    private static EquatableArray<Operation> Items(LinkedApi api) =>
        Pages.Keys.Append("docs/item-get.md").SelectMany(page => api.FilesOf(page))
            .Single(file => file.Operations?.Name == "Items").Operations!.Operations;

    private static void AssertEqual(string what, LinkedApi expected, LinkedApi actual, IEnumerable<string> pages)
    {
        Assert.Equal(expected.Client, actual.Client);
        Assert.Equal(expected.Findings.OrderBy(f => f.ToString(), StringComparer.Ordinal),
            actual.Findings.OrderBy(f => f.ToString(), StringComparer.Ordinal));
        foreach (string page in pages)
            Assert.True(expected.FilesOf(page) == actual.FilesOf(page), $"{what}: the files of {page} differ");
    }

    private static string Haunt(string place) => $$"""
        ## HTTP request
        ```http
        POST /{{place}}/{id}/haunt
        ```
        ## Response
        Returns `200 OK` and a [ghost](resources/ghost.md) object.
        """;

    private static string Job(string type) => $$"""
        ## HTTP request
        ```http
        GET /jobs/{id}
        ```
        ## Response
        Returns `200 OK` and a [{{type}}](resources/{{type}}.md) object.
        """;

    private static string Resource(string name, params string[] members) => $$"""
        # {{name}} resource

        ## Properties
        |Property|Type|Description|
        |-|-|-|
        {{string.Join("\n", members.Select(m => $"|{m}|String|Its {m}.|"))}}

        ## JSON representation
        <!-- {"blockType": "resource", "@odata.type": "my.{{name}}"} -->
        ```json
        { {{string.Join(", ", members.Select(m => $"\"{m}\": \"String\""))}} }
        ```
        """;
}
