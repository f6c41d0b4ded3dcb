using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the operations and types that plain pages in common styles give.</summary>
public class PlainReaderTests
{
    /// <summary>Reads a page from the folder <c>Pages</c>.</summary>
    private static string Page(string name)
    {
        using Stream stream = typeof(PlainReaderTests).Assembly.GetManifestResourceStream("Plain/" + name + ".md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static LinkedDocs Link(string name) => Docs.Link(("docs/" + name + ".md", Page(name)));

    /// <summary>Returns one line for each operation: name, verb, URLs, options, body and response.</summary>
    private static string[] Surface(LinkedDocs docs) => [.. docs.OperationNames
        .Select(name => Show(name, docs.Operation(name)))];

    private static string Show(string name, Operation operation)
    {
        string urls = string.Join(" ", operation.Urls.Select(url => url.Path.Text));
        string options = string.Join(" ", operation.Options.Select(option
            => $"{Sign(option.Location)}{option.WireName}:{option.Type}"));
        string body = operation.Body switch
        {
            RequestBody.Json json => string.Join(" ", json.Members
                .Select(m => $"{m.JsonName}{(m.IsRequired ? "!" : "")}:{m.Type}").Append(json.Resource?.Type.ToString()
                ?? "").Where(s => s.Length > 0)),
            RequestBody.Form form => string.Join(" ", form.Fields.Select(f => $"{f.JsonName}:{f.Type}")),
            RequestBody.ContentParts parts => string.Join(" ", parts.Parts.Select(p => p.PartName + "=" + p.MediaType)),
            RequestBody.Stream stream => stream.MediaType,
            _ => "",
        };
        string answer = operation.Response switch
        {
            ResponseShape.Collection list => "[" + list.Element + "]" + (list.Property is { } property
                ? " in " + property : ""),
            ResponseShape.Value value => value.Type.ToString(),
            ResponseShape.Stream => "stream",
            _ => "nothing",
        };
        string sent = string.Join(", ", new[] { options, body }.Where(part => part.Length > 0));
        return $"{name}: {operation.HttpMethod} {urls} ({sent}) {answer}";
    }

    private static string Sign(OptionLocation location) => location == OptionLocation.Header ? "@" : "?";

    private static string Members(LinkedDocs docs, string type)
        => string.Join(", ", docs.Type(type).Properties.Select(p => $"{p.JsonName}: {p.Type}"));

    public static TheoryData<string> All => [.. Names];

    private static readonly string[] Names =
        ["blueprint", "tabs", "labels", "commands", "overview", "headings", "exchange", "indented", "wrapped",
            "places"];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_client_of_a_plain_page_compiles_without_a_warning(string name)
    {
        GeneratorTestResult result = await Docs.GenerateAsync(("docs/" + name + ".md", Page(name)));

        Assert.Contains("ApiClient.g.cs", result.GeneratedSources.Select(source => source.Key));
    }

    [Fact]
    public void Headings_of_API_Blueprint_have_the_request_in_brackets()
    {
        LinkedDocs docs = Link("blueprint");

        Assert.Equal(
            [
                "Shelves.Create: POST /shelves (label:String room:String) Shelf",
                "Shelves.Get: GET /shelves/{shelf_id} () Shelf",
                "Shelves.List: GET /shelves (?room:String) [Shelf]",
                "Shelves.Remove: DELETE /shelves/{shelf_id} () nothing",
            ],
            Surface(docs));
        Assert.Equal("id: Int64, label: String, room: String", Members(docs, "Shelf"));
    }

    [Fact]
    public void Content_above_the_HTTP_request_of_a_heading_belongs_to_the_request()
    {
        LinkedDocs docs = Link("tabs");

        Assert.Equal(
            ["Kites.Get: GET /v2/kites/{id} () Kite",
                "Kites.List: GET /v2/kites (?colour:String ?retired:Boolean) [Kite]"],
            Surface(docs));
        Assert.Equal("colour: String, id: Int64, length: Double, tails: Int64", Members(docs, "Kite"));
        Assert.Equal("https://sky.example.com", docs.Api.Client!.ServiceRoot);
    }

    [Fact]
    public void The_method_and_the_URL_may_be_on_separate_labelled_lines()
    {
        LinkedDocs docs = Link("labels");

        Assert.Equal(["Members.UpdateBadge: PUT /members/{member_id}/badge/ (stars:Int64 title:String) MemberBadge"],
            Surface(docs));
        Assert.Equal("awarded_on: Date, id: Int64, stars: Int64, title: String", Members(docs, "MemberBadge"));
    }

    [Fact]
    public void A_curl_command_below_a_heading_documents_a_request()
    {
        LinkedDocs docs = Link("commands");

        Assert.Equal(
            [
                "Invoices.Create: POST /v1/invoices (customer:String memo:String) Invoice",
                "Invoices.Get: GET /v1/invoices/{id} () Invoice",
                "Invoices.Send: POST /v1/invoices/{id}/send () nothing",
            ],
            Surface(docs));
        Assert.IsType<RequestBody.Form>(docs.Operation("Invoices.Create").Body);
    }

    [Fact]
    public void Table_rows_may_be_requests() => Assert.Equal(
        [
            "Ferries.Delete: DELETE /ferries/{ferryId} () nothing",
            "Ferries.Dock: POST /ferries/{ferryId}/dock () nothing",
            "Ferries.Get: GET /ferries/{ferryId} () Json",
            "Ferries.List: GET /ferries () Json",
            "Ferries.Register: POST /ferries () nothing",
        ],
        Surface(Link("overview")));

    [Fact]
    public void A_heading_may_be_the_request()
    {
        LinkedDocs docs = Link("headings");

        Assert.Equal(
            [
                "Images.Create: POST /telescopes/{telescopeId}/images (exposure:Int32 target!:String) nothing",
                "Images.List: GET /telescopes/{telescopeId}/images (?limit:Int32 ?since:DateTimeOffset) [Image] in " +
                "data",
            ],
            Surface(docs));
        Assert.Equal("id: String, taken_at: DateTimeOffset, target: ImageTarget", Members(docs, "Image"));
        Assert.Contains(Rules.NextPage.Id, Docs.Read(Page("headings")).Findings.Select(f => f.RuleId));
    }

    [Fact]
    public void Complete_HTTP_messages_give_the_body_and_the_response() => Assert.Equal(
        [
            "Loans.Borrow: POST /api/loans (book:Int64 member:String) Loan",
            "Loans.Return: DELETE /api/loans/{loanId} () nothing",
        ],
        Surface(Link("exchange")));

    [Fact]
    public void A_code_block_may_be_indented_instead_of_fenced()
    {
        LinkedDocs docs = Link("indented");

        Assert.Equal(
            [
                "Stations.Get: GET /stations/{code} () Station",
                "Stations.Rename: PATCH /stations/{code} (name!:String reason:String) Station",
            ],
            Surface(docs));
        Assert.Equal("code: String, lines: Collection(String), name: String, platforms: Int64",
            Members(docs, "Station"));
    }

    [Fact]
    public void A_wrapper_object_is_not_a_resource()
    {
        LinkedDocs docs = Link("wrapped");

        Assert.Equal(
            [
                "Tickets.Create: POST /v3/tickets (ticket:TicketCreateRequestTicket) TicketCreateResult",
                "Tickets.Get: GET /v3/tickets/{id} () TicketGetResult",
                "Tickets.List: GET /v3/tickets () [Ticket] in tickets",
            ],
            Surface(docs));
        Assert.Equal("id: Int64, priority: String, requester: TicketRequester, subject: String",
            Members(docs, "Ticket"));
        Assert.Equal("ticket: Ticket", Members(docs, "TicketGetResult"));
    }

    [Fact]
    public void A_column_may_give_the_location_of_a_parameter()
    {
        LinkedDocs docs = Link("places");

        Assert.Equal(
            [
                "Parcels.AttachPhoto: POST /parcels/{parcel-id}/photos (caption:String photo:File) nothing",
                "Parcels.Track: GET /carriers/{carrier}/parcels/{parcel-id}/events"
                    + " (?kind[]:Collection(String) @X-Trace:String) [ParcelEvent]",
            ],
            Surface(docs));
        Assert.Equal("When it happened", docs.Type("ParcelEvent").Properties[0].Summary!.ToPlainText());
    }
}
