using System.Text;
using DocGen;
using Example.HelpDesk;
using Samples;
using Samples.HelpDesk;

// Shows how a program uses a client that DocGen generated from plain docs. Everything in the namespace
// Example.HelpDesk comes from the pages in docs/, which have no annotations: change a page, run this program again,
// and the client has changed.
return await Tour.RunAsync("The Help Desk API, through a client generated from plain docs", async tour =>
{
    tour.Step("Start a help desk");
    await using HelpDeskServer server = await HelpDeskServer.StartAsync();
    using var client = new HelpDeskClient(new HelpDeskClientOptions
    {
        ServiceRoot = server.BaseUri, // default: the base URL in docs/README.md
        Credential = ApiCredential.FromApiKey(server.Key, "X-Api-Key"),
    });
    tour.Check(new HelpDeskClientOptions().ServiceRoot == new Uri("https://helpdesk.example.com/api/v2"),
        "the default service root comes from the docs");
    tour.Held($"a desk at {server.BaseUri}");

    tour.Step("Create tickets");
    for (int i = 1; i <= 5; i++)
        await client.Tickets.CreateAsync(
            new() { Subject = $"Printer {i} is out of paper", RequesterId = 4, Labels = ["printer"] });
    Ticket fire = await client.Tickets
        .CreateAsync(new() { Subject = "The printer is on fire", RequesterId = 4, Labels = ["printer", "urgent"] });
    tour.Check(fire.Status == "open" && fire.Requester?.Id == 4 && fire.Assignee is null,
        "the response is a ticket with its requester");
    tour.Held($"6 tickets, the last is number {fire.Number}");

    // The Link header leads from page to page; the loop fetches the next page when it reaches it.
    tour.Step("List them, two per page");
    var subjects = new List<string?>();
    await foreach (Ticket ticket in client.Tickets.ListAsync(new() { PerPage = 2, Status = "open" }))
        subjects.Add(ticket.Subject);
    tour.Check(subjects.Count == 6 && subjects[0] == fire.Subject, "all six are listed, the newest first");
    int urgent = 0;
    await foreach (Ticket ticket in client.Tickets.ListAsync(new() { Labels = ["printer", "urgent"] }))
        urgent++;
    tour.Check(urgent == 1, "labels[]=printer&labels[]=urgent finds one");
    tour.Held(string.Join(", ", subjects));

    tour.Step("Update a ticket");
    Ticket updated = await client.Tickets.UpdateAsync(new($"{fire.Number}") { AssigneeId = 9 });
    tour.Check(updated.Assignee?.Name == "Person 9" && updated.Subject == fire.Subject,
        "only the assignee was sent");
    tour.Held($"{updated.Assignee?.Name} works on it");

    tour.Step("Comment on it");
    Comment comment = await client.Comments
        .AddAsync(new($"{fire.Number}") { Body = "Have you tried water?", Public = false });
    List<Comment> comments = [];
    await foreach (Comment one in client.Comments.ListAsync($"{fire.Number}"))
        comments.Add(one);
    tour.Check(comments.Count == 1 && comments[0].Id == comment.Id && comments[0].Public == false,
        "the ticket has the comment");
    tour.Held($"{comment.Author?.Name}: {comment.Body}");

    // A form with a file, as in the page's curl command. The file has its own name and media type.
    tour.Step("Attach a file, and download it");
    byte[] photo = Encoding.UTF8.GetBytes("smoke");
    Attachment attachment = await client.Attachments.AttachAsync(new($"{fire.Number}")
    {
        File = new FormFile(new MemoryStream(photo), "printer.jpg", "image/jpeg"),
        Note = "Taken before the water came",
    });
    tour.Check(attachment is
    {
        FileName: "printer.jpg", ContentType: "image/jpeg",
        Note: "Taken before the water came"
    }, "the server has the name, type and note");
    await using AttachmentDownloadResponse download = await client.Attachments.DownloadAsync($"{attachment.Id}");
    using var content = new MemoryStream();
    await download.Content.CopyToAsync(content);
    tour.Check(content.ToArray().AsSpan().SequenceEqual(photo), "the same bytes came back");
    tour.Held($"{attachment.FileName}, {attachment.Size} bytes");

    // 202 with a Location: the client polls that URL until the export is done, and returns the export.
    tour.Step("Export all tickets, and wait for it");
    ExportStartResponse started = await client.Exports.StartAsync(new() { Format = ExportStartFormat.Csv });
    Export export = await started.WaitForCompletionAsync();
    tour.Check(server.Polls > 0 && export is { Status: "succeeded", Tickets: 6 },
        $"the export was polled {server.Polls + 1} times");
    tour.Held($"{export.Tickets} tickets at {export.FinishedAt:HH:mm}");

    tour.Step("Solve it twice");
    await client.Tickets.SolveAsync($"{fire.Number}");
    ConflictException twice = await Tour.ThrowsAsync<ConflictException>(client.Tickets.SolveAsync($"{fire.Number}"));
    tour.Held(twice.Message);

    // Problem details (RFC 9457): title, detail, and the errors of each field.
    tour.Step("Create a ticket that is not valid");
    ApiException invalid = await Tour.ThrowsAsync<ApiException>(
        client.Tickets.CreateAsync(new() { Subject = "", RequesterId = 4 }));
    tour.Check(invalid.Status == 422 && invalid.Errors.Any(error => error.Target == "subject"),
        "the error names the field");
    ErrorBody? problem = invalid.ReadBody<ErrorBody>();
    tour.Check(problem is { Status: 422, Title.Length: > 0 } && invalid.Errors[0].Title == problem.Title,
        "the body has the type that docs/README.md documents");
    tour.Held(invalid.Message);

    tour.Step("Delete a ticket");
    await client.Tickets.DeleteAsync($"{fire.Number}");
    await Tour.ThrowsAsync<ResourceNotFoundException>(client.Tickets.GetAsync($"{fire.Number}"));
    tour.Held("it no longer exists");

    tour.Step("Send a request without a key");
    using var stranger = new HelpDeskClient(new HelpDeskClientOptions { ServiceRoot = server.BaseUri });
    AuthenticationFailedException refused = await Tour.ThrowsAsync<AuthenticationFailedException>(
        stranger.Tickets.GetAsync("17"));
    tour.Held(refused.Message);
});
