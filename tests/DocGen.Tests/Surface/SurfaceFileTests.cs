using DocGen.Generator.Model;
using DocGen.Generator.Surface;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Surface;

/// <summary>Tests of the lines of surface files, and of invalid lines.</summary>
public class SurfaceFileTests
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

    private static readonly (string Path, string Text)[] Shop = [("docs/book.md", Book), ("docs/book-get.md", Get)];

    [Fact]
    public void A_surface_file_has_a_line_for_each_name_and_shape_that_callers_use() => Assert.Equal(
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
    public void The_surface_file_of_the_apidocs_is_up_to_date() => Assert.Equal(
        File.ReadAllText(DocFolders.ApiDocsFolder + ".surface.txt").ReplaceLineEndings("\n"),
        SurfaceWriter.Write(SurfaceReader.Of(
            Docs.Link(ApiDocs()).Pinned(File.ReadAllText(DocFolders.ApiDocsFolder + ".surface.txt")).Files, null)));

    [Fact]
    public void A_surface_is_the_same_after_writing_and_reading_its_file()
    {
        ApiSurface surface = SurfaceReader.Of(Docs.Link(ApiDocs()).Files, null);

        SurfaceFile read = SurfaceParser.Parse(SurfaceWriter.Write(surface));

        Assert.Empty(read.Faults);
        Assert.Equal(SurfaceWriter.Write(surface), SurfaceWriter.Write(read.Surface));
        Assert.Equal(surface.Types
            .Select(type => type with
            {
                Deprecation = null,
                Properties = type.Properties.Select(one => one with { Deprecation = null }).ToEquatableArray()
            }),
            read.Surface.Types);
        Assert.Equal(surface.Enums, read.Surface.Enums);
        Assert.Equal(surface.Operations.Select(one => one with { Permissions = default, Deprecation = null }),
            read.Surface.Operations);
    }

    [Fact]
    public void An_invalid_line_is_a_fault_and_the_other_lines_are_read()
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
    public void A_line_with_invalid_CSharp_or_a_duplicate_is_a_fault(string lines)
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
    public void A_surface_file_in_a_newer_or_foreign_format_is_recognized(string text, string? newer, int faults)
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
    public void A_name_with_any_characters_is_the_same_after_writing_and_reading(string name)
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
    public void A_faulty_line_of_a_surface_file_is_reported_at_its_position()
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

    private static (string, string)[] ApiDocs() =>
        [.. DocFolders.ApiDocs.Select(page => (page.Path, page.Text!))];

    private static string Accepted(params (string, string)[] pages) =>
        SurfaceWriter.Write(SurfaceReader.Of(Docs.Link(pages).Files, null));
}
