using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the names of groups and methods on plain pages.</summary>
public class PlainNamerTests
{
    [Theory]
    [InlineData("To-dos", "Complete a to-do", "POST /todos/{id}/completion", "Todos.Complete")]
    [InlineData("To-dos", "Get to-dos", "GET /todolists/{id}/todos", "Todos.List")]
    [InlineData("To-dos", "Get a to-do", "GET /todos/{id}.json", "Todos.Get")]
    [InlineData("Deploy keys", "Add a key", "POST /projects/{id}/keys", "DeployKeys.Add")]
    [InlineData("Schedule entries", "Get entries", "GET /schedules/{id}/entries", "ScheduleEntries.List")]
    [InlineData("Account", "Update account logo", "PUT /account/logo", "Account.UpdateLogo")]
    [InlineData("Account", "Get account", "GET /account", "Account.Get")]
    [InlineData("Other things", "Versions of an upload", "GET /uploads/{id}/versions", "Versions.List")]
    [InlineData("Readings", "Mark as read", "PUT /readings/unread", "Readings.MarkAsRead")]
    [InlineData("Columns", "Start watching a column", "POST /columns/{id}/subscription", "Columns.StartWatching")]
    [InlineData("Projects", "Create project for user", "POST /projects/user/{user_id}", "Projects.CreateForUser")]
    [InlineData("Teams", "Remove a member", "DELETE /teams/{id}/members/{name}", "Teams.RemoveMember")]
    [InlineData("Images", "Removing an image", "DELETE /images/{id}", "Images.Remove")]
    [InlineData("Notes", "Details", "PATCH /notes/{id}", "Notes.Update")]
    [InlineData("Columns", "Move a column", "POST /boards/{id}/moves", "Boards.Move")]
    [InlineData("Columns", "Add a move", "POST /boards/{id}/moves", "Moves.Add")]
    [InlineData("Moves", "Move a column", "POST /moves", "Moves.Move")]
    [InlineData("Notes", "Sealing", "POST /notes/{id}/seal", "Notes.Seal")]
    [InlineData("Notes", "Raw text", "GET /notes/{id}/raw", "Notes.GetRaw")]
    public void Heading_and_URL_name_an_operation(string title, string heading, string request, string name) =>
        Assert.Equal([name], Docs.Link(("docs/page.md",
            $"# {title}\n\n## {heading}\n\n`{request}`\n\nParameters:\n\n- `x` - An x\n")).OperationNames);

    [Theory]
    [InlineData("Bonfires", "Get Bonfire lines", "BonfireLines.List")]
    [InlineData("Bonfires", "Get all lines of a Bonfire", "Lines.List")]
    [InlineData("Chats", "Get Chat lines", "Chats.ListLines")]
    public void A_group_name_begins_with_the_page_subject_if_the_heading_has_the_subject_first(
        string title, string heading, string name) =>
        Assert.Equal([name], Docs.Link(
            ("docs/page.md",
                $"# {title}\n\n## {heading}\n\n`GET /chats/{{id}}/lines`\n\n```json\n[ {{ \"id\": 1 }} ]\n```\n"))
            .OperationNames);

    [Theory]
    [InlineData("returns the tasks of the person with an ID of `1`", "/tasks/assigned/{personId}.json")]
    [InlineData("returns the tasks of the person with ID `1`", "/tasks/assigned/{personId}.json")]
    [InlineData("returns the tasks of the person with an ID of `7`", "/tasks/assigned/{assignedId}.json")]
    public void A_sample_value_without_a_collection_segment_before_it_is_named_after_the_sentence(
        string words, string url) =>
        Assert.Equal(url, Docs.Link(
        ("docs/tasks.md",
            $"# Tasks\n\n## Get assigned tasks\n\n* `GET /tasks/assigned/1.json` {words}.\n\n```json\n" +
            $"{{ \"id\": 1 }}\n```\n"))
        .Files.SelectMany(f => f.Operations?.Operations ?? default).Single().Urls[0].Path.Text);

    [Fact]
    public void A_sample_value_after_a_collection_segment_is_named_after_the_collection() => Assert.Equal(
        "/tasks/{taskId}.json", Docs.Link(
        ("docs/tasks.md",
            "# Tasks\n\n## Get a task\n\n* `GET /tasks/1.json` returns the to-do with an ID of `1`.\n\n```json\n" +
            "{ \"id\": 1 }\n```\n"))
        .Operation("Tasks.Get").Urls[0].Path.Text);

    [Fact]
    public void The_URLs_of_one_operation_use_the_same_parameter_names() => Assert.Equal(
        "/tasks/{task}/notes/{note} /rooms/{room}/tasks/{task}/notes/{note}",
        string.Join(" ", Docs.Link(("docs/notes.md",
            "# Notes\n\n## Get a note\n\n* `GET /tasks/{task}/notes/{note}`\n" +
            "* `GET /rooms/{room}/tasks/{id}/notes/{key}`\n\n```json\n{ \"id\": 1 }\n```\n"))
            .Operation("Notes.Get").Urls.Select(url => url.Path.Text)));

    [Fact]
    public void A_file_extension_is_not_part_of_a_name()
    {
        LinkedDocs docs = Docs.Link(("docs/tasks.md",
            "# Tasks\n\n## List tasks\n\n* `GET /lists/{id}/tasks.json`\n" +
            "* `GET /rooms/{id}/lists/{list}/tasks.json`\n* `GET /feed.json`\n\n```json\n[ { \"id\": 1 } ]\n```\n"));

        Assert.DoesNotContain(docs.Files.SelectMany(f => f.Operations?.Operations.SelectMany(o => o.Urls) ?? []),
            url => (url.FactoryName ?? "").Contains("Json", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/tasks/", "/tasks/")]
    [InlineData("https://api.example.com/v2/tasks/", "/tasks/")]
    [InlineData("/tasks", "/tasks")]
    [InlineData("/", "/")]
    public void A_slash_at_the_end_of_a_URL_is_kept(string url, string template) => Assert.Equal(template, Docs.Link(
        ("docs/tasks.md",
            $"# Tasks\n\nThe base URL is `https://api.example.com/v2`.\n\n## List tasks\n\n`GET {url}`\n\n```json\n" +
            $"[ {{ \"id\": 1 }} ]\n```\n"))
        .Files.SelectMany(f => f.Operations?.Operations ?? default).Single().Urls[0].Path.Template);

    [Fact]
    public void Operations_with_the_same_name_are_distinguished_by_the_parent_or_an_adjective()
    {
        string Part(string heading, string url) => $"## {heading}\n\n`{url}`\n\n```json\n[ {{ \"id\": 1 }} ]\n```\n\n";
        LinkedDocs docs = Docs.Link(("docs/people.md", "# People\n\n" + Part("Get all people", "GET /people")
            + Part("Get people on a project", "GET /projects/{id}/people") + Part("Get pingable people",
                "GET /circles/people")));

        Assert.Equal(["People.List", "People.ListForProject", "People.ListPingable"], docs.OperationNames);
    }

    [Theory]
    [InlineData("tall calm pingable", true)]
    [InlineData("very tall calm pingable", false)]
    public void Three_words_of_a_heading_at_most_qualify_a_name(string words, bool isQualified)
    {
        string Part(string heading, string url) => $"## {heading}\n\n`{url}`\n\n```json\n[ {{ \"id\": 1 }} ]\n```\n\n";
        LinkedDocs docs = Docs.Link(("docs/people.md", "# People\n\n" + Part("Get all people", "GET /people")
            + Part($"Get {words} people", "GET /circles/people")));

        Assert.Equal(isQualified, docs.OperationNames.Contains("People.ListTallCalmPingable"));
        Assert.DoesNotContain("People.ListVeryTallCalmPingable", docs.OperationNames);
    }

    [Fact]
    public void The_page_about_a_group_has_the_short_name_and_another_page_has_the_longer_name()
    {
        string Page(string title, string url)
            => $"# {title}\n\n## List uploads\n\n`{url}`\n\n```json\n[ {{ \"id\": 1 }} ]\n```\n";
        LinkedDocs docs = Docs.Link(("docs/chats.md", Page("Chats", "GET /chats/{id}/uploads")),
            ("docs/uploads.md", Page("Uploads", "GET /vaults/{id}/uploads")));

        Assert.Equal("/vaults/{id}/uploads", docs.Operation("Uploads.List").Urls[0].Path.Text);
        Assert.Contains("Chats.ListUploads", docs.OperationNames);
    }
}
