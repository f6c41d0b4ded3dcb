using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of tables below a <c>GET</c> whose heading names neither parameters nor the response.</summary>
public class AnswerTableTests
{
    [Theory]
    [InlineData("isbn title pages isLent", "")]
    [InlineData("title pages isLent", "")]
    [InlineData("title isLent", "isLent title")]
    [InlineData("title pages isLent sort", "isLent pages sort title")]
    public void A_table_describes_the_response_if_it_has_three_quarters_of_the_members_and_no_other_names(
        string rows, string options)
    {
        LinkedDocs docs = Link("GET /books/{isbn}", rows, Shown);

        Assert.Equal(options, Options(docs.Operation("Books.Get")));
    }

    [Theory]
    [InlineData("[ {0} ]")]
    [InlineData("{{ \"books\": [ {0} ], \"total\": 1 }}")]
    public void A_table_with_the_members_of_the_listed_items_describes_the_response(string json)
    {
        LinkedDocs docs = Link("GET /books", "isbn title pages isLent", string.Format(null, json, Shown));

        Assert.Equal("", Options(docs.Operation("Books.List")));
        Assert.Equal("The title of it.", Title(docs));
    }

    [Theory]
    [InlineData("| Field", "| Parameter")]
    [InlineData("| Field", "Parameters:\n\n| Field")]
    public void A_table_whose_heading_or_column_announces_parameters_has_query_parameters(string header, string said) =>
        Assert.Equal("isLent pages title", Options(Docs.Link(("docs/books.md", Page(
            "GET /books/{isbn}", "title pages isLent", Shown).Replace(header, said))).Operation("Books.Get")));

    [Fact]
    public void The_descriptions_in_a_table_of_response_members_become_summaries_of_the_properties()
    {
        LinkedDocs docs = Link("GET /books/{isbn}", "isbn title pages isLent", Shown);

        Assert.Equal("The title of it.", Title(docs));
    }

    [Fact]
    public void A_type_that_the_example_contradicts_is_reported_at_its_row() =>
        Assert.Equal(
            ["DG0309(11,2): Int32 | pages | String, which the example shows,"],
            Docs.Read(
                Page("GET /books/{isbn}", "isbn title pages isLent", Shown.Replace("474", "\"many\"")),
                "docs/books.md").Findings());

    private const string Shown = """{ "isbn": "978", "title": "Emma", "pages": 474, "isLent": false }""";

    private static LinkedDocs Link(string request, string rows, string json) =>
        Docs.Link(("docs/books.md", Page(request, rows, json)));

    private static string Page(string request, string rows, string json) => $"""
        # Books

        ## {(request.EndsWith('}') ? "Get a book" : "List books")}

        `{request}`

        | Field | Type | Description |
        |-------|------|-------------|
        {string.Join('\n', rows.Split(' ').Select(name => $"| {name} | {Type(name)} | The {name} of it. |"))}

        ```json
        {json}
        ```
        """;

    private static string? Title(LinkedDocs docs) =>
        docs.Files.SelectMany(file => file.Types).Single(type => type.Name == "Book")
            .Properties.Single(property => property.JsonName == "title").Summary?.ToPlainText();

    private static string Type(string name) =>
        name switch { "pages" => "integer", "isLent" => "boolean", _ => "string" };

    private static string Options(Operation operation) =>
        string.Join(" ", operation.Options.Select(option => option.WireName));
}
