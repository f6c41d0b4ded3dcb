using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Which answers of plain pages are one type, and which are not.</summary>
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
    public void A_list_and_an_item_in_envelopes_are_of_one_type()
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
    public void An_item_that_has_little_in_common_with_the_list_is_a_type_of_its_own()
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
    [InlineData("[ { \"id\": 1, \"name\": \"a\" } ]", "ReportAssigned[]")]
    public void A_list_that_is_called_for_no_thing_is_of_the_resource_whose_members_it_shows(string answer,
        string expected) =>
        Assert.Equal(expected, Answer(
            Docs.Link(("docs/people.md", People),
                ("docs/reports.md", "# Reports\n\n" + Get("Get assigned people", "/reports/assigned", answer))),
            "Reports.GetAssigned"));

    [Theory]
    [InlineData("person", "Person")]
    [InlineData("owner", "ChoreOwner")]
    public void An_embedded_object_that_is_called_like_a_resource_and_has_its_members_is_one(string name,
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
    public void A_status_with_another_answer_is_reported_and_not_mixed_in(string first, string second, int expected)
    {
        string text = "# Lamps\n\n## Create a lamp\n\n`POST /lamps`\n\n```http\n" + first + "\n```\n\n```http\n"
            + second + "\n```\n";
        LinkedDocs docs = Docs.Link(("docs/lamps.md", text));

        Assert.Equal(expected, Docs.Read(text, "docs/lamps.md").Findings()
            .Count(f => f.StartsWith("DG0319", StringComparison.Ordinal)));
        Assert.DoesNotContain("job", docs.Type(Answer(docs, "Lamps.Create")!).Properties.Select(p => p.JsonName));
        Assert.Contains("watts", docs.Type(Answer(docs, "Lamps.Create")!).Properties.Select(p => p.JsonName));
    }
}
