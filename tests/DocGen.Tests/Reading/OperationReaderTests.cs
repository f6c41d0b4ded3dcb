using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the URLs on a page: the operation of each URL, and the corrections of invalid URLs.</summary>
public class OperationReaderTests
{
    [Theory]
    [InlineData("GET /shelves/{id}/books", "GET /me/shelf/books", "/me/shelf/books,/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /libraries/{library-id}/shelf/books",
        "/libraries/{library-id}/shelf/books,/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /me/shelf:/{path}:/books",
        "/me/shelf:/{+path}:/books,/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /libraries/jane/books", "/shelves/{id}/books")]
    [InlineData("GET /me/shelf:/{path}:/find(n={n})/books", "GET /me/shelf/find(n='a')/books",
        "/me/shelf/find(n={n})/books,/me/shelf:/{+path}:/find(n={n})/books")]
    [InlineData("GET /shelves/{id}/books", "GET /libraries/12/books", "/shelves/{id}/books")]
    [InlineData("GET /shelves/{id}/books", "GET /me/shelf/discs", "/shelves/{id}/books")]
    public void An_example_in_template_form_adds_a_URL(string template, string example, string urls) =>
        Assert.Equal(urls, Urls(Page(template, example)));

    [Theory]
    [InlineData("request")]
    [InlineData("ignored")]
    public void A_type_cast_in_an_example_adds_a_URL(string block) =>
        Assert.Equal("/shelves/{id}/books,/shelves/{id}/books/library.bigBook", Urls(
            Page("GET /shelves/{id}/books",
                "GET https://api.example.com/v1.0/shelves/{id}/books/library.bigBook?$count=true")
                .Replace("\"request\"", $"\"{block}\"", StringComparison.Ordinal)));

    [Fact]
    public void A_key_in_an_example_becomes_a_placeholder_if_the_page_has_no_template() =>
        Assert.Equal("/shelves/{id}/books", Urls(Page("PUT /shelves/{id}/books", "GET /shelves/fiction/books"), "GET"));

    [Fact]
    public void An_example_segment_with_six_digits_becomes_a_placeholder() =>
        Assert.Equal("/books/{id}", Urls(Page("", "GET /books/TSP228082")));

    [Theory]
    [InlineData("GET /books/{id}/.../notes", "/books/{id}/notes")]
    [InlineData("GET /books/(book-id)/notes", "/books/{book-id}/notes")]
    [InlineData("GET /books/{id}     # one of them", "/books/{id}")]
    [InlineData("GET /books/{id} (preferred)", "/books/{id}")]
    [InlineData("GET /books/find(name='{name}'", "/books/find(name='{name}')")]
    [InlineData("GET /books/{id})", "/books/{id}")]
    public void An_invalid_URL_is_fixed_and_reported(string template, string url)
    {
        string page = Page(template, "");

        Assert.Equal(url, Docs.Read(page).Model.Operations.Single().Urls.Single().Path.Template);
        Assert.Single(Docs.Read(page).Findings, f => f.RuleId == "DG0426");
    }

    [Theory]
    [InlineData("GET /books/{id | isbn}", "/books/{id|isbn}")]
    [InlineData("GET /books/{book id}", "/books/{bookid}")]
    [InlineData("GET /books/find(name='{name}', year={year})", "/books/find(name='{name}',year={year})")]
    [InlineData("GET /books?$filter=a eq 'b c'", "/books")]
    public void A_valid_URL_is_not_changed(string template, string url)
    {
        string page = Page(template, "");

        Assert.Equal(url, Docs.Read(page).Model.Operations.Single().Urls.Single().Path.Template);
        Assert.DoesNotContain(Docs.Read(page).Findings, f => f.RuleId == "DG0426");
    }

    [Fact]
    public void Function_arguments_come_from_an_example()
    {
        Operation operation = Docs.Link(
            ("docs/book-find.md", Page("GET /books/find", "GET /books/find(name='Dune',year=1965)"))).Files
            .SelectMany(f => f.Operations?.Operations ?? default).Single();

        Assert.Equal(["name String", "year Int32"], operation.Options.Select(o => $"{o.WireName} {o.Type}"));
    }

    private static string Urls(string page, string verb = "") =>
        string.Join(",", Docs.Link(("docs/page.md", page)).Files
        .SelectMany(f => f.Operations?.Operations ?? default).Where(o => verb.Length == 0 || o.HttpMethod == verb)
        .SelectMany(o => o.Urls).Select(u => u.Template).Order(StringComparer.Ordinal));

    private static string Page(string template, string example) => $$"""
        # Call

        ## HTTP request
        ```http
        {{template}}
        ```

        ## Example
        <!-- {"blockType": "request", "name": "call"} -->
        ```http
        {{example}}
        ```
        """;

    [Fact]
    public void An_example_whose_URL_ends_with_the_name_of_the_page_adds_the_URL()
    {
        LinkedDocs docs = Docs.Link(("docs/pond-addlocal.md", """
            ## HTTP request
            ```http
            POST /ponds/{id}/names/add
            ```
            ## Example
            <!-- {"blockType": "request", "name": "x"} -->
            ```http
            POST /ponds/{id}/names/addLocal
            ```
            """));

        Assert.Equal(["/ponds/{id}/names/addLocal", "/ponds/{id}/names/add"],
            docs.Operation("Ponds.AddLocal").Urls.Select(u => u.Template));
    }

    [Theory]
    [InlineData("give", 2)]
    [InlineData("tag", 1)]
    public void A_page_is_named_for_the_last_word_of_an_example_from_four_letters_on(string word, int urls) =>
        Assert.Equal(urls, Docs.Read(Page("POST /ponds/{id}/names/add", "POST /ponds/{id}/names/" + word),
            $"docs/pond-{word}.md").Model.Operations.Single().Urls.Count);

    [Theory]
    [InlineData("/fish/eldest/scales/color", 2)]
    [InlineData("/fish/eldest/scales/color/name", 1)]
    public void A_template_with_four_words_more_is_another_operation(string more, int operations) =>
        Assert.Equal(operations, Docs.Read(Page("GET /ponds/{id}\nGET /ponds/{id}" + more, "")).Model.Operations.Count);

    [Theory]
    [InlineData("resourcePageType", "## Remarks", 0)]
    [InlineData("resourcePageType", "## HTTP request", 1)]
    [InlineData("apiPageType", "## Remarks", 1)]
    public void A_resource_page_has_operations_only_under_an_HTTP_request_heading(string kind, string heading,
        int operations)
    {
        ParsedPage page = Docs.Read($$"""
            ---
            doc_type: {{kind}}
            ---
            # pond resource type

            {{heading}}
            ```http
            PATCH /ponds/Walden
            ```
            """);

        Assert.Equal(operations, page.Model.Operations.Count);
    }

    [Fact]
    public void Queries_of_templates_and_examples_become_options_except_skiptoken()
    {
        LinkedDocs docs = Docs.Link(("docs/order-list.md", """
            # List orders

            ## HTTP request
            ```http
            GET /orders?from={date}&includeClosed=true
            ```

            ## Optional query parameters
            | Name   | Type   | Description |
            |:-------|:-------|:------------|
            | $expand | String | What to expand. |

            ## Example
            ```http
            GET https://api.example.com/orders?expand=lines&$select=id&$skiptoken=abc
            ```
            """));

        Assert.Equal(
            ["$expand Collection(String)", "$select Collection(String)", "from String", "includeClosed Boolean"],
            docs.Operation("Orders.List").Options.Select(o => $"{o.WireName} {o.Type}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void If_another_template_has_no_query_a_template_with_a_query_only_documents_usage()
    {
        LinkedDocs docs = Docs.Link(("docs/note-get.md", """
            # Get a note

            ## HTTP request
            ```http
            GET /books/{id}?$expand=notes($filter=id eq '{note-id}')
            GET /books/{id}/notes/{note-id}
            GET /books/{id}/notes/{note-id}?$select=text
            ```
            """));

        Operation get = docs.Operation("Notes.Get");
        Assert.Equal(["/books/{id}/notes/{note-id}"], get.Urls.Select(u => u.Template));
        Assert.Equal(["/books/{id}?$expand=notes($filter=id eq '{note-id}')"], get.Usages.Select(u => u.ToString()));
        Assert.Equal(["$select"], get.Options.Select(o => o.WireName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_documented_usage_on_two_pages_is_listed_once()
    {
        const string Requests = """
            # Get a note

            ## HTTP request
            ```http
            GET /books/{id}/notes/{note-id}
            GET /books/{id}?$expand=notes($filter=id eq '{note-id}')
            ```
            """;

        Operation get = Docs.Link(("docs/note-get.md", Requests), ("docs/more/note-get.md", Requests))
            .Operation("Notes.Get");

        Assert.Equal(2, get.Docs.Origins.Count);
        Assert.Equal(["/books/{id}?$expand=notes($filter=id eq '{note-id}')"], get.Usages.Select(u => u.ToString()));
    }

    [Fact]
    public void A_documented_usage_becomes_a_URL_if_another_page_has_its_path_without_a_query()
    {
        Operation get = Docs.Link(
            ("docs/note-get.md", """
                # Get a note

                ## HTTP request
                ```http
                GET /books/{id}/notes/{note-id}
                GET /note?$filter=id eq '{note-id}'
                ```
                """),
            ("docs/more/note-get.md", """
                # Get a note

                ## HTTP request
                ```http
                GET /books/{id}/notes/{note-id}
                GET /note
                ```
                """)).Operation("Notes.Get");

        Assert.Contains("/note", get.Urls.Select(u => u.Template));
    }

    [Fact]
    public void Names_with_and_without_a_dollar_sign_are_the_same_option()
    {
        LinkedDocs docs = Docs.Link(("docs/order-list.md", """
            # List orders

            ## HTTP request
            ```http
            GET /orders
            ```

            ## Examples
            ```http
            GET https://api.example.com/orders?$top=5
            ```
            ```http
            GET https://api.example.com/orders?top=5&TOP=6&$skip=1
            ```
            """));

        Assert.Equal(["$skip", "$top"],
            docs.Operation("Orders.List").Options.Select(o => o.WireName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_templates_are_URLs_if_every_template_has_a_query()
    {
        LinkedDocs docs = Docs.Link(("docs/day-list.md", """
            # List days

            ## HTTP request
            ```http
            GET /me/days?start={start}
            GET /people/{id}/days?start={start}
            ```
            """));

        Operation list = docs.Operation("Days.List");
        Assert.Equal(["/me/days", "/people/{id}/days"], list.Urls.Select(u => u.Template));
        Assert.Empty(list.Usages);
    }

    [Theory]
    [InlineData("docs/photo-get.md", "photos", "Photos.Get Value /photos/{size}", "Photos.List Collection /photos")]
    [InlineData("docs/photo-get.md", "branding", "Photos.Get Value /branding,/branding/{size}")]
    [InlineData("docs/photo-list.md", "photos", "Photos.List Value /photos,/photos/{size}")]
    public void A_plural_URL_becomes_a_list_operation_if_another_URL_adds_a_key_to_it(string path, string word,
        params string[] expected)
    {
        LinkedDocs docs = Docs.Link(
            (path, $"""
                # Get a photo

                ## HTTP request
                ```http
                GET /{word}
                GET /{word}/{"{size}"}
                ```

                ## Response
                Returns `200 OK` and a [photo](photo.md) object.
                """),
            ("docs/photo.md", """
                # photo resource type

                ## Properties
                |Property|Type|Description|
                |:-|:-|:-|
                |width|Int32|In pixels.|
                """));

        Assert.Equal(expected, docs.OperationNames.Select(name => (Name: name, Operation: docs.Operation(name)))
            .Select(
                o =>
                    $"{o.Name} {o.Operation.Response.Case()} " +
                    $"{string.Join(",", o.Operation.Urls.Select(u => u.Template))}"));
    }
}
