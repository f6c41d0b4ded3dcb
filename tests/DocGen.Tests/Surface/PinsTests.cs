using DocGen.Generator.Model;
using DocGen.Generator.Surface;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Surface;

/// <summary>
/// Tests that the C# names and shapes in a surface file stay the same when pages are renamed or edited.
/// </summary>
public class PinsTests
{
    private const string Book = """
        # book resource type

        <!-- { "blockType": "resource", "@odata.type": "shop.book", "keyProperty": "isbn" } -->
        ```json
        { "isbn": "978-0", "title": "Emma", "pages": 12 }
        ```
        """;

    private const string Get = """
        # Get book

        <!-- { "blockType": "request", "name": "get-book" } -->
        ```http
        GET /books/{isbn}
        ```

        <!-- { "blockType": "response", "@odata.type": "shop.book" } -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        { "isbn": "978-0", "title": "Emma", "pages": 12 }
        ```
        """;

    private const string Create = """
        # Create book

        <!-- { "blockType": "request", "name": "create-book" } -->
        ```http
        POST /books
        Content-Type: application/json

        { "isbn": "978-0", "title": "Emma" }
        ```

        <!-- { "blockType": "response", "@odata.type": "shop.book" } -->
        ```http
        HTTP/1.1 201 Created
        ```
        """;

    private const string GetByShelf = Get + """


        ## HTTP request

        <!-- { "blockType": "ignored" } -->
        ```http
        GET /books/{isbn}
        GET /shelves/{shelf}/books/{isbn}
        ```
        """;

    private static readonly (string Path, string Text)[] Shop = [("docs/book.md", Book), ("docs/book-get.md", Get)];

    [Fact]
    public void Renaming_a_page_renames_no_operation()
    {
        LinkedDocs renamed = Pinned(Accepted(Shop), ("docs/book.md", Book), ("docs/volume-fetch.md", Get));

        Assert.Equal(["Books.Get"], renamed.OperationNames);
        Assert.Equal("BookGetRequest", renamed.Operation("Books.Get").RequestClass);
        Assert.Equal("BookOperations",
            renamed.Files.Select(file => file.Operations).OfType<OperationGroup>().Single().ClassName);
    }

    [Fact]
    public void A_second_URL_does_not_remove_the_constructor_for_the_first_URL()
    {
        LinkedDocs edited = Pinned(Accepted(Shop), ("docs/book.md", Book), ("docs/book-get.md", GetByShelf));

        Assert.Equal(
            ["new(isbn)", "Shelves(shelf,isbn)"],
            edited.Operation("Books.Get").Urls.OrderBy(url => url.Template, StringComparer.Ordinal).Select(Shown));
    }

    [Fact]
    public void Removing_a_URL_does_not_remove_the_factory_for_the_other_URL()
    {
        LinkedDocs edited = Pinned(Accepted([("docs/book.md", Book), ("docs/book-get.md", GetByShelf)]), Shop);

        Assert.Equal(["Books(isbn)"], edited.Operation("Books.Get").Urls.Select(Shown));
    }

    [Fact]
    public void A_renamed_placeholder_keeps_its_parameter_name() => Assert.Equal(
        ["new(isbn)"],
        Pinned(Accepted(Shop), ("docs/book.md", Book), ("docs/book-get.md", Get.Replace("{isbn}", "{book-number}")))
            .Operation("Books.Get").Urls.Select(Shown));

    [Fact]
    public void A_name_in_the_file_is_used_wherever_the_client_has_the_name()
    {
        string accepted = Accepted(Shop).Replace("= Book\n", "= Volume\n")
            .Replace("pages: Int64 = Pages", "pages: Int64 = PageCount");

        LinkedDocs renamed = Pinned(accepted, Shop);

        Assert.Equal(["Isbn", "PageCount", "Title"],
            renamed.Type("Volume").Properties.Select(property => property.Name));
        Assert.Equal(new TypeRef(TypeKind.Resource, "Volume"), renamed.Operation("Books.Get").Response.ValueType);
    }

    [Fact]
    public void Types_without_an_operation_are_pinned_too()
    {
        string accepted = Accepted(Shop[0]).Replace("pages: Int64 = Pages", "pages: Int64 = PageCount");

        Assert.Equal(["Isbn", "PageCount", "Title"],
            Pinned(accepted, Shop[0]).Type("Book").Properties.Select(property => property.Name));
    }

    [Fact]
    public void A_new_member_does_not_take_the_name_of_a_removed_member()
    {
        LinkedDocs edited = Pinned(Accepted(Shop), [("docs/book.md", Book.Replace("\"pages\"", "\"Pages\"")), Shop[1]]);

        Assert.Equal(["isbn Isbn", "Pages PagesValue", "title Title"],
            edited.Type("Book").Properties.Select(property => property.JsonName + " " + property.Name));
    }

    [Fact]
    public void A_new_operation_does_not_take_the_name_of_a_removed_operation()
    {
        string other = Get.Replace("/books/{isbn}", "/archive/books/{isbn}").Replace("get-book", "get-archived");

        LinkedDocs edited = Pinned(Accepted(Shop), [Shop[0], ("docs/book-get.md", other)]);

        Assert.Equal(["Books.GetArchive"], edited.OperationNames);
    }

    [Fact]
    public void A_body_keeps_its_shape_if_its_JSON_is_the_same()
    {
        (string, string)[] docs = [Shop[0], ("docs/book-create.md", Create)];
        string typed = Accepted(docs);
        string flat = typed.Replace("  body: Book = Body\n",
            "  member isbn: String = Isbn\n  member title: String = Title\n");
        Assert.NotEqual(typed, flat);

        var members = (RequestBody.Json)Pinned(flat, docs).Operation("Books.Create").Body!;
        Assert.Null(members.Resource);
        Assert.Equal(["Isbn", "Title"], members.Members.Select(member => member.Name));
        Assert.NotNull(((RequestBody.Json)Pinned(typed, docs).Operation("Books.Create").Body!).Resource);
    }

    [Fact]
    public void The_surface_of_the_same_docs_changes_no_file()
    {
        (string, string)[] pages = ApiDocs();
        LinkedDocs docs = Docs.Link(pages);

        LinkedDocs pinned = Pinned(Accepted(pages), pages);

        Assert.True(docs.Files.Count > 20);
        Assert.Equal(docs.Files, pinned.Files);
    }

    [Fact]
    public async Task Code_for_an_operation_with_one_URL_compiles_after_a_second_URL_is_added()
    {
        const string Users = """
            using Test;
            class User
            {
                async System.Threading.Tasks.Task Call(ApiClient client)
                {
                    await client.Books.GetAsync("978-0");
                    await client.Books.GetAsync(new(isbn: "978-0"));
                    await client.Books.GetAsync(new BookGetRequest("978-0"));
                    await client.Books.GetAsync(at => at.Shelves("12", "978-0"));
                }
            }
            """;
        var test = new CSharpSourceGeneratorTest<Generator.DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
        };
        test.TestState.Sources.Add(Users);
        test.TestState.AddApiDoc("docs/book.md", Book);
        test.TestState.AddApiDoc("docs/book-get.md", GetByShelf);
        test.TestState.AddSurface("docs.surface.txt", Accepted(Shop));

        GeneratorTestResult result = await test.RunAsync();

        Assert.Contains("[shelf, isbn]", string.Concat(result.GeneratedSources.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_with_a_body_compiles_after_a_second_URL_is_added()
    {
        var test = new CSharpSourceGeneratorTest<Generator.DocGenerator>
        {
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratorDiagnosticsCheck,
        };
        test.TestState.Sources.Add("""
            using Test;
            class User
            {
                async System.Threading.Tasks.Task Call(ApiClient client)
                {
                    await client.Books.CreateAsync(new Book());
                    await client.Books.CreateAsync(at => at.Shelves("12"), new Book());
                }
            }
            """);
        test.TestState.AddApiDoc("docs/book.md", Book);
        test.TestState.AddApiDoc("docs/book-create.md", Create + """


            ## HTTP request

            <!-- { "blockType": "ignored" } -->
            ```http
            POST /books
            POST /shelves/{shelf}/books
            ```
            """);
        test.TestState.AddSurface("docs.surface.txt", Accepted(Shop[0], ("docs/book-create.md", Create)));

        await test.RunAsync();
    }

    [Fact]
    public void An_edit_of_the_surface_file_emits_only_the_renamed_files()
    {
        var session = new GeneratorSession(
            [.. Shop.Select(page => (page.Path, (string?)page.Text)), ("docs.surface.txt", Accepted(Shop))]);
        session.Run();

        session.Edit("docs.surface.txt", text => text.Replace("title: String = Title", "title: String = Name"));

        Assert.Equal(["Book.g.cs"], session.Run().Touched);
        Assert.Contains(" Name ", session.Sources["Book.g.cs"], StringComparison.Ordinal);
    }

    private static (string, string)[] ApiDocs() =>
        [.. DocFolders.ApiDocs.Select(page => (page.Path, page.Text!))];

    private static string Accepted(params (string, string)[] pages) =>
        SurfaceWriter.Write(SurfaceReader.Of(Docs.Link(pages).Files, null));

    private static LinkedDocs Pinned(string surface, params (string, string)[] pages) =>
        Docs.Link(pages).Pinned(surface);

    private static string Shown(UrlTemplate url) =>
        $"{url.FactoryName ?? "new"}({string.Join(",", url.Parameters.Select(parameter => parameter.Name))})";
}
