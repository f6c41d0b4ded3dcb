using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the types of responses on plain pages.</summary>
public class PlainTypesTests
{
    private static string Get(string heading, string url, string answer, string method = "GET") =>
        $"## {heading}\n\n`{method} {url}`\n\nResponse:\n\n```json\n{answer}\n```\n\n";

    private static string? Answer(LinkedDocs docs, string operation) => docs.Operation(operation).Response switch
    {
        ResponseShape.Collection list => list.Element.Name + "[]",
        ResponseShape.Value one => one.Type.Name,
        _ => null,
    };

    [Fact]
    public void A_list_and_an_item_in_wrapper_objects_have_the_same_type()
    {
        LinkedDocs docs = Docs.Link(("docs/tickets.md", "# Tickets\n\n"
            + Get("List tickets", "/tickets", "{ \"tickets\": [ { \"id\": 1, \"subject\": \"a\", \"open\": true } ] }")
            + Get("Get a ticket", "/tickets/{id}", "{ \"ticket\": { \"id\": 1, \"subject\": \"a\", \"open\": true } }")
            + Get("Create a ticket", "/tickets", "{ \"ticket\": { \"id\": 1, \"subject\": \"a\", \"open\": true } }",
                "POST")));

        Assert.Equal("Ticket[]", Answer(docs, "Tickets.List"));
        foreach (string operation in (string[])["Tickets.Get", "Tickets.Create"])
            Assert.Equal("Ticket", docs.Type(Answer(docs, operation)!).Properties
                .Single(p => p.JsonName == "ticket").Type.Name);
    }

    [Fact]
    public void An_item_that_shares_few_members_with_the_listed_items_has_a_separate_type()
    {
        LinkedDocs docs = Docs.Link(("docs/reports.md", "# Reports\n\n"
            + Get("Get assigned tasks", "/reports/assigned", "[ { \"id\": 1, \"name\": \"a\", \"email\": \"b\" } ]")
            + Get("Get assigned tasks of a person", "/reports/assigned/{id}",
                "{ \"person\": { \"id\": 1 }, \"tasks\": [], \"grouped\": \"day\" }")));

        Assert.NotEqual(Answer(docs, "Reports.GetAssigned")!.TrimEnd('[', ']'),
            Answer(docs, "Reports.GetAssignedById"));
        Assert.Equal(["grouped", "person", "tasks"],
            docs.Type(Answer(docs, "Reports.GetAssignedById")!).Properties.Select(p => p.JsonName));
    }

    private const string People =
        "# People\n\n## List people\n\n`GET /people`\n\n```json\n" +
        "[ { \"id\": 1, \"name\": \"a\", \"email\": \"b\", \"title\": \"c\", \"admin\": true, \"city\": \"d\" } ]\n" +
        "```\n";

    [Theory]
    [InlineData("[ { \"id\": 1, \"name\": \"a\", \"email\": \"b\", \"title\": \"c\", \"admin\": true } ]", "Person[]")]
    [InlineData("[ { \"id\": 1, \"name\": \"a\", \"email\": \"b\", \"title\": \"c\", \"budget\": 5 } ]",
        "ReportAssigned[]")]
    [InlineData("[ { \"id\": 1, \"name\": \"a\", \"email\": \"b\", \"title\": \"c\" } ]", "ReportAssigned[]")]
    [InlineData("[ { \"id\": 1, \"name\": \"a\" } ]", "ReportAssigned[]")]
    public void Listed_items_have_the_type_of_the_resource_with_their_members_if_the_URL_has_no_plural(string answer,
        string expected) =>
        Assert.Equal(expected, Answer(
            Docs.Link(("docs/people.md", People),
                ("docs/reports.md", "# Reports\n\n" + Get("Get assigned people", "/reports/assigned", answer))),
            "Reports.GetAssigned"));

    [Theory]
    [InlineData("person", "Person")]
    [InlineData("owner", "ChoreOwner")]
    public void An_object_with_the_name_and_members_of_a_resource_has_the_type_of_the_resource(string name,
        string expected)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/people.md", People),
            ("docs/chores.md", "# Chores\n\n"
                + Get("Get a chore", "/chores/{id}",
                    "{ \"id\": 1, \"" + name + "\": { \"id\": 2, \"name\": \"a\" } }")));

        Assert.Equal(expected, docs.Type("Chore").Properties.Single(p => p.JsonName == name).Type.Name);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\n\n{ \"id\": 1, \"watts\": 5 }",
        "HTTP/1.1 202 Accepted\n\n{ \"job\": \"a\", \"queue\": \"b\" }", 1)]
    [InlineData("HTTP/1.1 202 Accepted\n\n{ \"job\": \"a\", \"queue\": \"b\" }",
        "HTTP/1.1 200 OK\n\n{ \"id\": 1, \"watts\": 5 }", 1)]
    [InlineData("HTTP/1.1 200 OK\n\n{ \"id\": 1, \"watts\": 5 }",
        "HTTP/1.1 201 Created\n\n{ \"id\": 1, \"watts\": 5, \"made\": true }", 0)]
    [InlineData("HTTP/1.1 200 OK\n\n{ \"id\": 1, \"watts\": 5 }",
        "HTTP/1.1 201 Created\n\n{ \"id\": 1, \"made\": true }", 0)]
    [InlineData("HTTP/1.1 200 OK\n\n{ \"id\": 1, \"watts\": 5, \"room\": 1, \"cut\": 2, \"fold\": 3 }",
        "HTTP/1.1 202 Accepted\n\n{ \"id\": 1, \"watts\": 5, \"job\": 1, \"queue\": 2, \"rank\": 3 }", 1)]
    public void A_different_response_for_another_status_is_reported_and_not_merged(string first, string second,
        int expected)
    {
        string text = "# Lamps\n\n## Create a lamp\n\n`POST /lamps`\n\n```http\n" + first + "\n```\n\n```http\n"
            + second + "\n```\n";
        LinkedDocs docs = Docs.Link(("docs/lamps.md", text));

        Assert.Equal(expected, Docs.Read(text, "docs/lamps.md").Findings()
            .Count(f => f.StartsWith("DG0319", StringComparison.Ordinal)));
        Assert.DoesNotContain("job", docs.Type(Answer(docs, "Lamps.Create")!).Properties.Select(p => p.JsonName));
        Assert.Contains("watts", docs.Type(Answer(docs, "Lamps.Create")!).Properties.Select(p => p.JsonName));
    }

    [Fact]
    public void A_nested_object_has_the_type_of_the_resource_that_has_all_its_members()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/people.md", """
                # People

                ## Get a person

                `GET /people/{id}`

                ```json
                { "id": 1, "name": "Mia", "email": "m@example.com", "title": "Chief" }
                ```
                """),
            ("docs/lamps.md", """
                # Lamps

                ## Get a lamp

                `GET /lamps/{id}`

                ```json
                { "id": 1, "owner": { "id": 1, "name": "Mia", "email": "m@example.com" },
                    "shade": { "colour": "red", "cm": 30, "of": "paper" } }
                ```
                """));

        Assert.Equal(["Int64", "Person", "LampShade"], docs.Type("Lamp").Properties.Select(p => p.Type.ToString()));
    }

    [Fact]
    public void Pages_of_one_resource_are_merged_although_their_examples_differ()
    {
        static string Page(string title, string verb, string json)
            => $"# {title}\n\n## {title}\n\n`{verb}`\n\n```json\n{json}\n```\n";
        LinkedDocs docs = Docs.Link(
            ("docs/index.md", "# Lights\n\nThe base URL is `https://light.example.com`.\n"),
            ("docs/a.md", Page("Lamps", "GET /lamps", "[ { \"id\": 1, \"watts\": null, \"on\": \"2024-01-01\" } ]")),
            ("docs/b.md", Page("A lamp", "GET /lamps/{id}", "{ \"id\": 1, \"watts\": 2.5, \"on\": \"soon\" }")));

        Assert.Equal("id:Int64 on:String watts:Double", string.Join(" ", docs.Type("Lamp").Properties
            .Select(p => $"{p.JsonName}:{p.Type}")));
        Assert.Empty(docs.Findings);
    }

    [Fact]
    public void Removing_a_page_renames_no_type_of_other_pages()
    {
        (string, string) Page(string word) => ($"docs/{word}s.md",
            $"# {word}s\n\n## List {word}s\n\n`GET /{word}s`\n\n```json\n" +
            $"[ {{ \"id\": 1, \"parts\": {{ \"count\": 2 }} }} ]\n```\n");
        LinkedDocs all = Docs.Link(Page("lamp"), Page("table"), Page("chair"));
        LinkedDocs left = Docs.Link(Page("lamp"), Page("chair"));

        string[] gone = [.. all.Files.SelectMany(f => f.Types).Select(t => t.Name)
            .Where(name => !name.StartsWith("Table", StringComparison.Ordinal))];
        Assert.Equal(gone, left.Files.SelectMany(f => f.Types).Select(t => t.Name));
    }
}
