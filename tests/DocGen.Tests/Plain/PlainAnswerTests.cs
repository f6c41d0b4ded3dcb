using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>
/// Tests of bodies and responses that plain pages describe in sentences, curl commands or HTTP messages.
/// </summary>
public class PlainAnswerTests
{
    private const string Get =
        "# Lamps\n\n## Get a lamp\n\n```\nGET /lamps/{id}\n```\n\n```json\n" +
        "{ \"id\": 2, \"status\": \"on\", \"watts\": 5 }\n```\n\n";

    private static Operation Link(string name, string text) => Docs.Link(("docs/lamps.md", Get + text)).Operation(name);

    [Theory]
    [InlineData("Returns `200 OK` and the lamp.", true)]
    [InlineData("Returns `200 OK` with the changed lamp.", true)]
    [InlineData("Returns `200 OK` with the newly changed lamp.", false)]
    [InlineData("Returns `200 OK` if the lamp is there.", false)]
    [InlineData("Returns `204 No Content` and the lamp is on.", false)]
    public void A_response_has_the_type_of_the_resource_that_a_sentence_names(string words, bool isTyped)
    {
        Operation update = Link("Lamps.Update",
            "## Update a lamp\n\n```\nPATCH /lamps/{id}\n```\n\n- `watts` (integer) - How bright\n\n" + words + "\n");

        Assert.Equal(isTyped ? "Lamp" : null, (update.Response as ResponseShape.Value)?.Type.Name);
    }

    [Theory]
    [InlineData("Desk lamp", "DeskLamp")]
    [InlineData("Old desk lamp", null)]
    public void The_resource_of_a_sentence_ends_three_words_behind_the_article(string name, string? type)
    {
        string lower = name.ToLowerInvariant();
        string url = lower.Replace(' ', '_');
        Operation update = Docs.Link(("docs/lamps.md",
            $"# {name}s\n\n## Get {lower}\n\n```\nGET /{url}s/{{id}}\n```\n\n" +
            "```json\n{\"id\": 2, \"watts\": 5}\n```\n\n" +
            $"## Update {lower}\n\n```\nPATCH /{url}s/{{id}}\n```\n\n- `watts` (integer) - How bright\n\n" +
            $"Returns `200 OK` with the changed {lower}.\n")).Files.SelectMany(f => f.Operations?.Operations ?? default)
            .Single(operation => operation.HttpMethod == "PATCH");

        Assert.Equal(type, (update.Response as ResponseShape.Value)?.Type.Name);
    }

    [Theory]
    [InlineData("Returns the lamp.", "Lamp")]
    [InlineData("Returns `200` with the lamp.", "Lamp")]
    [InlineData("**Response** `201 Created`, with the lamp.", "Lamp")]
    [InlineData("Response: 200 and the lamp.", "Lamp")]
    [InlineData("Returns `200 OK` and the dimmed lamp.", "Lamp")]
    [InlineData("Response: the lamp.", "Lamp")]
    [InlineData("```json\n{ \"reason\": \"night\" }\n```\n\nReturns `200 OK` and the lamp.", "Lamp")]
    [InlineData("Returns `200 OK` and the updated object.", "Lamp")]
    [InlineData("The dimmed lamp is returned.", "Lamp")]
    [InlineData("Returns the lamp or an error.", "Lamp")]
    [InlineData("Returns the shade that was dimmed.", "Shade")]
    [InlineData("Returns the lamp and its shade.", null)]
    [InlineData("Returns the lamp status.", null)]
    [InlineData("Returns a list of lamps.", null)]
    [InlineData("Returns the rope.", null)]
    public void A_value_of_an_action_is_read_from_words_or_reported(string words, string? type)
    {
        string page = Get + "## Dim a lamp\n\n```\nPOST /lamps/{id}/dim\n```\n\n" + words + "\n";
        LinkedDocs docs = Docs.Link(("docs/lamps.md", page),
            ("docs/shades.md", "# Shades\n\n## Get a shade\n\n`GET /shades/{id}`\n\n```json\n" +
                "{ \"id\": 2, \"color\": \"red\" }\n```\n"));

        Assert.Equal(type, (docs.Operation("Lamps.Dim").Response as ResponseShape.Value)?.Type.Name);
        Assert.Equal(type is null ? ["DG0422(16,6): POST | /lamps/{id}/dim | no value"] : [],
            Found(docs, page));
    }

    [Theory]
    [InlineData("Returns `200 OK`.")]
    [InlineData("Returns a `201 Created` status.")]
    [InlineData("Returns `409 Conflict` with the error.")]
    [InlineData("Returns an empty response.")]
    [InlineData("Does not return the lamp.")]
    [InlineData("Returns `204 No Content`.")]
    [InlineData("The answer is `200 OK`.")]
    [InlineData("`GET /lamps/2` returns the new watts.")]
    public void A_sentence_that_names_no_value_is_not_reported(string words)
    {
        string page = Get + "## Dim a lamp\n\n```\nPOST /lamps/{id}/dim\n```\n\n" + words + "\n";

        Assert.Empty(Found(Docs.Link(("docs/lamps.md", page)), page));
    }

    [Fact]
    public void A_sentence_below_another_request_is_on_its_value_only() => Assert.IsType<ResponseShape.Empty>(
        Link("Lamps.Delete", "## Delete a lamp\n\n```\nDELETE /lamps/{id}\n```\n\n" +
            "## Data content\n\nReturns the lamp.\n\n```\nGET /lamps/{id}/raw\n```\n").Response);

    [Theory]
    [InlineData("Send the whole lamp.", true)]
    [InlineData("The request body is the lamp.", true)]
    [InlineData("The body is the photo itself (`Content-Type: image/jpeg`).", false)]
    [InlineData("The request has no body.", false)]
    [InlineData("The request body is empty.", false)]
    [InlineData("Send the whole lamp:\n\n```json\n{ \"watts\": 5 }\n```", false)]
    [InlineData("Dims the lamp.", false)]
    public void A_body_that_only_words_describe_is_reported(string words, bool isReported) => Assert.Equal(
        isReported ? ["DG0430(16,5): PUT | /lamps/{id}/dim"] : [],
        Docs.Read(Get + "## Dim a lamp\n\n```\nPUT /lamps/{id}/dim\n```\n\n" + words + "\n", "docs/lamps.md")
            .Findings().Where(f => f.StartsWith("DG0430", StringComparison.Ordinal)));

    [Fact]
    public void A_content_type_in_words_makes_the_body_content() => Assert.IsType<RequestBody.Stream>(
        Link("Lamps.Dim", "## Dim a lamp\n\n`PUT /lamps/{id}/dim`\n\n" +
            "The body is the photo itself (`Content-Type: image/jpeg`).\n").Body);

    [Fact]
    public void To_return_a_thing_is_not_to_answer_with_it() => Assert.IsType<ResponseShape.Empty>(
        Link("Lamps.Return", "## Return a lamp\n\n`POST /lamps/{id}/return`\n\nReturns the lamp.\n").Response);

    private static string[] Found(LinkedDocs docs, string page) =>
        [.. Docs.Read(page, "docs/lamps.md").With(docs.Api.Findings).Findings()
            .Where(f => f.StartsWith("DG0422", StringComparison.Ordinal))];

    [Theory]
    [InlineData("## Download a photo", "Returns `200 OK`.", true)]
    [InlineData("## Photo", "Get the raw photo of a lamp.", true)]
    [InlineData("## Photo", "Returns the bytes of the file.", true)]
    [InlineData("## Photo", "Returns the photo, which is never a drawing.", false)]
    public void Raw_content_is_a_stream(string heading, string words, bool isStream)
    {
        Operation photo = Docs.Link(
            ("docs/lamps.md", Get + heading + "\n\n```\nGET /lamps/{id}/photo\n```\n\n" + words + "\n"))
            .Files.SelectMany(f => f.Operations!.Operations)
            .Single(o => o.Urls[0].Template.EndsWith("photo", StringComparison.Ordinal));

        Assert.Equal(isStream, photo.Response is ResponseShape.Stream);
    }

    [Theory]
    [InlineData("The answer is `202 Accepted`. Its `Location` header leads to the lamp.")]
    [InlineData("Response:\n\n```http\nHTTP/1.1 202 Accepted\nLocation: https://light.example.com/lamps/2\n```")]
    public void The_result_of_an_accepted_job_is_the_resource_that_has_a_status(string words)
    {
        Operation start = Link("Lamps.Start", "## Start a lamp\n\n```\nPOST /lamps\n```\n\n" + words + "\n");

        Assert.Equal("Lamp", Assert.IsType<ResponseShape.LongRunning>(start.Response).Result?.Name);
    }

    [Fact]
    public void An_accepted_request_without_a_location_is_not_a_job() =>
        Assert.IsType<ResponseShape.Empty>(
            Link("Lamps.Start",
                "## Start a lamp\n\n```\nPOST /lamps\n```\n\nThe answer is `202 Accepted`.\n").Response);

    [Fact]
    public void A_JSON_array_in_a_curl_command_is_the_body()
    {
        Operation fold = Link("Lamps.Fold",
            "## Fold lamps\n\n`POST /lamps/fold`\n\n```sh\n" +
            "curl -X POST https://light.example.com/lamps/fold -d '[{\"lamp\": 1}, {\"lamp\": 2}]'\n```\n");

        Assert.Equal(1, fold.Body?.JsonObject?.Resource?.Type.Rank);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "title=a&watts=5", "title watts")]
    [InlineData("multipart/form-data; boundary=x",
        "--x\nContent-Disposition: form-data; name=\"note\"\n\nhello\n--x\n" +
        "Content-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\nContent-Type: image/png\n\n...\n--x--",
        "note photo(file)")]
    public void A_form_in_a_request_defines_the_fields_of_the_body(string type, string body, string fields)
    {
        Operation update = Link("Lamps.Decorate",
            $"## Decorate a lamp\n\n```http\nPOST /lamps/1/decoration\nContent-Type: {type}\n\n{body}\n```\n");

        Assert.Equal(fields, string.Join(" ",
            Assert.IsType<RequestBody.Form>(update.Body).Fields
                .Select(f => f.JsonName + (f.Type.Kind == TypeKind.File ? "(file)" : ""))));
    }

    [Theory]
    [InlineData(
        "## Decorate a lamp\n\n`POST /lamps/1/decoration`\n\n```sh\n" +
        "curl -X POST https://light.example.com/lamps/1/decoration -d '{ watts'\n```\n", false)]
    [InlineData("# Shapes\n\n## Response\n\n```json\n{ \"id\": 1 }\n```\n", true)]
    [InlineData("# Shapes\n\n## Lamp\n\n```json\n{ \"id\": 1 }\n```\n", false)]
    public void JSON_without_a_request_above_it_is_reported(string text, bool isReported) =>
        Assert.Equal(isReported, Docs.Read(Get + text, "docs/lamps.md").Findings()
            .Any(f => f.StartsWith("DG0317", StringComparison.Ordinal)));
}
