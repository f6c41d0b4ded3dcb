using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Generator.Surface;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Surface;

/// <summary>What a surface file has keeps its C# names and shapes, whatever pages are called and whatever comes beside
/// it.</summary>
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
    public void A_surface_file_has_a_line_for_each_thing_that_callers_depend_on() => Assert.Equal(
        """
        docgen-surface 1

        GET Books.Get -> 200 Book
          /books/{isbn} = new(isbn)

        type shop.book = Book
          isbn: String = Isbn
          pages: Int64 = Pages
          title: String = Title

        """.ReplaceLineEndings("\n"),
        Accepted(Shop));

    [Fact]
    public void A_page_that_is_renamed_renames_no_operation()
    {
        LinkedDocs renamed = Pinned(Accepted(Shop), ("docs/book.md", Book), ("docs/volume-fetch.md", Get));

        Assert.Equal(["Books.Get"], renamed.OperationNames);
        Assert.Equal("BookGetRequest", renamed.Operation("Books.Get").RequestClass);
        Assert.Equal("BookOperations",
            renamed.Files.Select(file => file.Operations).OfType<OperationGroup>().Single().ClassName);
    }

    [Fact]
    public void A_second_url_leaves_the_constructor_of_the_first()
    {
        LinkedDocs edited = Pinned(Accepted(Shop), ("docs/book.md", Book), ("docs/book-get.md", GetByShelf));

        Assert.Equal(
            ["new(isbn)", "Shelves(shelf,isbn)"],
            edited.Operation("Books.Get").Urls.OrderBy(url => url.Template, StringComparer.Ordinal).Select(Shown));
    }

    [Fact]
    public void A_url_that_goes_leaves_the_factory_of_the_other()
    {
        LinkedDocs edited = Pinned(Accepted([("docs/book.md", Book), ("docs/book-get.md", GetByShelf)]), Shop);

        Assert.Equal(["Books(isbn)"], edited.Operation("Books.Get").Urls.Select(Shown));
    }

    [Fact]
    public void A_placeholder_that_is_renamed_keeps_the_name_of_its_parameter() => Assert.Equal(
        ["new(isbn)"],
        Pinned(Accepted(Shop), ("docs/book.md", Book), ("docs/book-get.md", Get.Replace("{isbn}", "{book-number}")))
            .Operation("Books.Get").Urls.Select(Shown));

    [Fact]
    public void A_name_that_the_file_gives_goes_wherever_the_thing_is_named()
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
    public void A_new_member_does_not_take_the_name_that_a_member_had()
    {
        LinkedDocs edited = Pinned(Accepted(Shop), [("docs/book.md", Book.Replace("\"pages\"", "\"Pages\"")), Shop[1]]);

        Assert.Equal(["isbn Isbn", "Pages PagesValue", "title Title"],
            edited.Type("Book").Properties.Select(property => property.JsonName + " " + property.Name));
    }

    [Fact]
    public void A_new_operation_does_not_take_the_method_that_another_had()
    {
        string other = Get.Replace("/books/{isbn}", "/archive/books/{isbn}").Replace("get-book", "get-archived");

        LinkedDocs edited = Pinned(Accepted(Shop), [Shop[0], ("docs/book-get.md", other)]);

        Assert.Equal(["Books.GetArchive"], edited.OperationNames);
    }

    [Fact]
    public void A_body_keeps_its_shape_where_the_wire_allows_it()
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
    public void The_surface_that_docs_have_changes_nothing_of_them()
    {
        (string, string)[] pages = ApiDocs();
        LinkedDocs docs = Docs.Link(pages);

        LinkedDocs pinned = Pinned(Accepted(pages), pages);

        Assert.True(docs.Files.Count > 20);
        Assert.Equal(docs.Files, pinned.Files);
    }

    [Fact]
    public void The_surface_file_of_the_apidocs_is_up_to_date() => Assert.Equal(
        File.ReadAllText(DocFolders.ApiDocsFolder + ".surface.txt").ReplaceLineEndings("\n"),
        SurfaceWriter.Write(SurfaceReader.Of(
            Docs.Link(ApiDocs()).Pinned(File.ReadAllText(DocFolders.ApiDocsFolder + ".surface.txt")).Files, null)));

    [Fact]
    public void A_surface_that_is_written_and_read_is_the_same()
    {
        ApiSurface surface = SurfaceReader.Of(Docs.Link(ApiDocs()).Files, null);

        SurfaceFile read = SurfaceParser.Parse(SurfaceWriter.Write(surface));

        Assert.Empty(read.Faults);
        Assert.Equal(SurfaceWriter.Write(surface), SurfaceWriter.Write(read.Surface));
        Assert.Equal(surface.Types
            .Select(type => type with { Deprecation = null,
                Properties = type.Properties.Select(one => one with { Deprecation = null }).ToEquatableArray() }),
            read.Surface.Types);
        Assert.Equal(surface.Enums, read.Surface.Enums);
        Assert.Equal(surface.Operations.Select(one => one with { Permissions = default, Deprecation = null }),
            read.Surface.Operations);
    }

    [Fact]
    public void A_line_that_is_none_is_a_fault_and_the_others_are_read()
    {
        string[] lines = Accepted(Shop).Split('\n');
        string broken = string.Join("\r\n",
            lines.Take(3).Append("<<<<<<< ours").Concat(lines.Skip(3)).Append("  loose = Line")
                .Append("type x = not a name"));

        SurfaceFile file = SurfaceParser.Parse(broken);

        Assert.Equal(["<<<<<<< ours", "  /books/{isbn} = new(isbn)", "  loose = Line", "type x = not a name"],
            file.Faults.Select(fault => fault.Text));
        Assert.Equal("Book", Assert.Single(file.Surface.Types).Class);
    }

    [Theory]
    [InlineData("GET Books.Get-It -> 200 Book")]
    [InlineData("GET A:B.Get -> 200 Book")]
    [InlineData("GET Books.Get(){}void -> 200")]
    [InlineData("GET Books.Get -> 200 Collection(")]
    [InlineData("type shop.book = class")]
    [InlineData("type shop.book = A;B")]
    [InlineData("enum shop.kind = record")]
    [InlineData("type shop.book = Book\n  isbn: Collection( = Isbn")]
    [InlineData("type shop.book = Book\n  isbn: Collection(Foo = Isbn")]
    [InlineData("type shop.book = Book\n\ntype shop.Book = Other")]
    [InlineData("enum shop.a = Kind\n\nenum shop.b = Kind")]
    [InlineData("GET Books.Get -> 200\n\nPOST Books.Get -> 200")]
    public void A_line_that_would_be_no_CSharp_or_says_a_thing_twice_is_a_fault(string lines)
    {
        var session = new GeneratorSession(
            [.. Shop.Select(page => (page.Path, (string?)page.Text)),
                ("docs.surface.txt", "docgen-surface 1\n\n" + lines + "\n")]);

        Assert.Contains("DG0805", session.Run().Diagnostics.Select(one => one.Split(' ')[0]));
        Assert.DoesNotContain("DG0012", session.Diagnostics.Select(one => one.Split(' ')[0]));
        Assert.Empty(session.Problems());
    }

    [Theory]
    [InlineData("docgen-surface 2\n", "2", 0)]
    [InlineData("docgen-surface\n", null, 1)]
    [InlineData("", null, 1)]
    public void A_file_of_another_format_is_told_of(string text, string? newer, int faults)
    {
        SurfaceFile file = SurfaceParser.Parse(text);

        Assert.Equal((newer, faults), (file.NewerVersion, file.Faults.Count));
        Assert.Empty(file.Surface.Types);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("$select")]
    [InlineData("@odata.type")]
    [InlineData("two words")]
    [InlineData("a: b = c")]
    [InlineData("ends:")]
    [InlineData("\"quoted\\\"")]
    [InlineData("line\nbreak\u2028\u0000")]
    [InlineData("=")]
    [InlineData("->")]
    [InlineData("\ud83d\ude00")]
    public void A_name_of_any_characters_is_read_as_it_was_written(string name)
    {
        var type = new SurfaceType(name, "Thing", null, false, true, false,
            EquatableArray.Of(new SurfaceProperty(name, "Collection(String)", "Value")));
        var values = new SurfaceEnum(name, "Values", true, EquatableArray.Of(new SurfaceName(name, "One")));
        var operation = new SurfaceOperation(
            "GET", "Things", "Get", "ThingGetRequest", "ThingGetResponse",
            EquatableArray.Of(new SurfaceUrl("/" + name, null, default)), name,
            EquatableArray.Of(new SurfaceMember(MemberPlace.Query, name, "String", true, "One")),
            new SurfaceAnswer(AnswerKind.Content, EquatableArray.Of(200), null, false, null, name, name,
                EquatableArray.Of(new SurfaceName(name, "Header"))));
        var surface = new ApiSurface(null, EquatableArray.Of(operation), EquatableArray.Of(type),
            EquatableArray.Of(values));

        SurfaceFile read = SurfaceParser.Parse(SurfaceWriter.Write(surface));

        Assert.Empty(read.Faults);
        Assert.Equal(surface with { IsFromFile = true }, read.Surface);
    }

    [Fact]
    public async Task Code_that_was_written_for_one_url_compiles_beside_a_second()
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
    public async Task A_payload_is_sent_to_a_second_url_beside_a_constructor_without_parameters()
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
    public void What_a_surface_file_cannot_say_is_reported_at_its_line()
    {
        var session = new GeneratorSession(
            [.. Shop.Select(page => (page.Path, (string?)page.Text)),
                ("docs.surface.txt", Accepted(Shop) + "  lost\n")]);

        Assert.Equal(["DG0805 docs.surface.txt:10"],
            session.Run().Diagnostics.Where(one => one.StartsWith("DG08", StringComparison.Ordinal)));
        session.Set("docs.surface.txt", "docgen-surface 9\n");
        Assert.Equal(["DG0806 docs.surface.txt:1"],
            session.Run().Diagnostics.Where(one => one.StartsWith("DG08", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_docs_have_otherwise_than_the_file_is_told_of_at_its_page()
    {
        var session = new GeneratorSession(
            [.. Shop.Select(page => (page.Path, (string?)page.Text)), ("docs.surface.txt", Accepted(Shop))]);
        string[] Told() =>
            [.. session.Run().Result.Diagnostics.Where(one => one.Id.StartsWith("DG08", StringComparison.Ordinal))
                .Select(one => one.ToString()
            .Replace(SolutionState.ProjectDirectory, "", StringComparison.Ordinal))];

        Assert.Empty(Told());
        session.Edit("docs/book.md", text => text.Replace(", \"pages\": 12", ", \"weight\": 12"));
        Assert.Equal(
            [
                "docs/book.md(3,48): info DG0801: New since the surface file: book: 'weight' is new; run 'docgen " +
                "accept' to keep the new C# names",
                "docs/book.md(3,48): warning DG0802: PROPERTY_REMOVED: book: 'pages' is gone (Book.Pages is gone); " +
                "if the service changed, or the docs were wrong before, run 'docgen accept'",
            ],
            Told().Order(StringComparer.Ordinal));
        session.Edit("docs/book.md", text => text.Replace("weight", "pages"));
        Assert.Empty(Told());
        session.Set("docs/book-get.md", "# Nothing");
        Assert.Equal(
            ["docs.surface.txt(3,1): warning DG0802: OPERATION_REMOVED: GET Books.Get: '/books/{isbn}' is gone " +
                "(Books.GetAsync is gone); if the service changed, or the docs were wrong before, run 'docgen accept'"],
            Told());
    }

    [Fact]
    public void A_name_that_the_file_keeps_against_the_docs_is_told_of_at_its_page()
    {
        var session = new GeneratorSession([.. Shop.Select(page => (page.Path, (string?)page.Text)),
            ("docs.surface.txt", Accepted(Shop).Replace("= Book\n", "= Volume\n", StringComparison.Ordinal)
                .Replace("200 Book", "200 Volume", StringComparison.Ordinal)
                .Replace("Books.Get ", "Books.Fetch ", StringComparison.Ordinal))]);

        Assert.Equal(
            [
                "docs/book-get.md DG0804 The surface file gives the name 'Books.Fetch'; the docs alone give " +
                "'Books.Get'; to use that, delete 'Books.Fetch' from the file and run 'docgen accept'",
                "docs/book.md DG0804 The surface file gives the name 'Volume'; the docs alone give 'Book'; to use " +
                "that, delete 'Volume' from the file and run 'docgen accept'",
            ],
            session.Run().Result.Diagnostics.Where(one => one.Id == "DG0804")
                .Select(
                    one => one.Location.GetLineSpan().Path
                        .Replace(SolutionState.ProjectDirectory, "", StringComparison.Ordinal) + " " + one.Id + " "
                        + one.GetMessage(System.Globalization.CultureInfo.InvariantCulture))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_surface_file_alone_emits_nothing_and_an_edit_of_it_emits_what_it_renames()
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
