using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>
/// Tests of both sides of each threshold: the last plain page that a rule accepts, and the first page that it rejects.
/// </summary>
public class PlainThresholdTests
{
    private static List<PlainRequest> Requests(string text)
    {
        text = "# Lamps\n\n" + text;
        return RequestFinder.Find(
            text, PageContent.Read("docs/lamps.md", text, new FindingSink(new LineMap(text))).Outline.Sections);
    }

    private static LinkedDocs Link(string text) => Docs.Link(("docs/lamps.md", text));

    [Theory]
    [InlineData(39, RequestForm.Line)]
    [InlineData(40, RequestForm.Mention)]
    public void A_label_before_a_request_has_less_than_40_characters(int length, object form) =>
        Assert.Equal(form, Requests(new string('w', length - 1) + ":`GET /lamps`\n").Single().Form);

    [Theory]
    [InlineData(3_999, 1)]
    [InlineData(4_000, 2)]
    public void A_quote_that_is_not_closed_within_4000_characters_is_an_apostrophe(int length, int count)
    {
        const string Start = "curl -X POST https://light.example.com/lamps -d 'x\n";

        Assert.Equal(count, Requests("```\n" + Start + new string('n', length - Start.Length) +
            "\ncurl -X PUT https://light.example.com/lamps/7\n```\n").Count);
    }

    [Theory]
    [InlineData("Old red wall lamps", "OldRedWallLamp")]
    [InlineData("Very old red wall lamps", "Lamp")]
    public void A_title_of_more_than_four_words_is_not_the_name_of_a_group(string title, string group) => Assert.Equal(
        group + "s.List",
        Docs.Link(("docs/lamps.md", "# " + title + "\n\n## List " + title.ToLowerInvariant() +
            "\n\n`GET /lamps`\n\n```json\n[{\"id\": 1}]\n```\n")).OperationNames.Single());

    [Theory]
    [InlineData("{\"id\": 1, \"watts\": 5, \"room\": \"x\"}", true)]
    [InlineData("{\"id\": 1, \"watts\": 5, \"room\": \"x\", \"fold\": 1}", true)]
    [InlineData("{\"id\": 1, \"watts\": 5, \"room\": \"x\", \"fold\": 1, \"cut\": 2}", false)]
    [InlineData("{\"id\": 1, \"watts\": 5, \"room\": \"x\", \"color\": \"y\", \"fold\": 1, \"cut\": 2}", false)]
    [InlineData("{\"id\": 1, \"watts\": 5}", false)]
    public void A_response_with_three_resource_members_has_the_resource_type_if_they_are_three_quarters_of_all(
        string answer, bool isResource)
    {
        LinkedDocs docs = Link("# Lamps\n\n## Get a lamp\n\n`GET /lamps/{id}`\n\n```json\n" +
            "{\"id\": 1, \"watts\": 5, \"room\": \"x\", \"color\": \"red\"}\n```\n\n" +
            "## Fold a lamp\n\n`POST /lamps/{id}/fold`\n\nResponse:\n\n```json\n" + answer + "\n```\n");

        Assert.Equal(isResource, docs.Operation("Lamps.Fold").Response.ValueType?.Name == "Lamp");
    }

    [Theory]
    [InlineData("{\"id\": 1, \"watts\": 5, \"room\": \"x\"}", true)]
    [InlineData("{\"id\": 1, \"watts\": 5}", false)]
    public void Three_members_of_a_large_resource_are_it(string answer, bool isResource)
    {
        LinkedDocs docs = Link("# Lamps\n\n## Get a lamp\n\n`GET /lamps/{id}`\n\n```json\n" +
            "{\"id\": 1, \"watts\": 5, \"room\": \"x\", \"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"e\": 1}\n```\n\n" +
            "## Fold a lamp\n\n`POST /lamps/{id}/fold`\n\nResponse:\n\n```json\n" + answer + "\n```\n");

        Assert.Equal(isResource, docs.Operation("Lamps.Fold").Response.ValueType?.Name == "Lamp");
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    public void A_list_item_describes_four_parameters_at_most(int names, int members) => Assert.Equal(members,
        Link("# Lamps\n\n## Create a lamp\n\n`POST /lamps`\n\n### Parameters\n\n* " +
            string.Join(", ", Enumerable.Range(0, names).Select(i => $"`p{i}`")) + " - how bright\n")
            .Operation("Lamps.Create").Body?.JsonObject?.Members.Count ?? 0);

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void The_word_optional_counts_only_in_the_first_40_characters_of_a_description(
        int before, bool isRequired) =>
        Assert.Equal(isRequired, Link("# Lamps\n\n## Create a lamp\n\n`POST /lamps`\n\n### Required parameters\n\n" +
            "* `watts` - " + new string('w', before) + " optional\n").Operation("Lamps.Create").Body!.JsonObject!
            .Members.Single().IsRequired);

    [Theory]
    [InlineData("fan", "Lamps.GetFan")]
    [InlineData("tv", "Lamps.GetTv Rooms.GetTv")]
    public void Routes_to_one_thing_end_in_three_letters_at_least(string end, string operations) =>
        Assert.Equal(operations, string.Join(" ",
            Link($"# Lights\n\n## Look\n\n```\nGET /lamps/:lamp/{end}\nGET /rooms/:room/{end}\n```\n").OperationNames));

    [Theory]
    [InlineData("id watts cut fold", "cut fold id room watts")]
    [InlineData("id watts cut fold tint", "id room watts")]
    public void A_list_describes_the_object_that_has_half_of_its_names(string names, string members)
    {
        string rows = string.Concat(names.Split(' ').Select(name => $"* `{name}` - what\n"));
        LinkedDocs docs = Link("# Lamps\n\n## Get a lamp\n\n`GET /lamps/{id}`\n\n### Response\n\n" +
            "```json\n{\"id\": 1, \"watts\": 5, \"room\": \"x\"}\n```\n\n" + rows);

        Assert.Equal(members, string.Join(" ", docs.Type("Lamp").Properties.Select(p => p.JsonName)));
    }

    [Theory]
    [InlineData(3, 6, true)]
    [InlineData(2, 4, false)]
    [InlineData(4, 10, false)]
    [InlineData(5, 20, true)]
    [InlineData(4, 20, false)]
    public void A_nested_object_is_a_resource_by_five_members_or_by_three_that_are_half_of_its(int shown, int all,
        bool isResource)
    {
        string Members(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"m{i}\": {i}"));
        LinkedDocs docs = Docs.Link(
            ("docs/people.md", "# People\n\n## Get a person\n\n`GET /people/{id}`\n\n```json\n{" + Members(all) +
                "}\n```\n"),
            ("docs/lamps.md", "# Lamps\n\n## Get a lamp\n\n`GET /lamps/{id}`\n\n```json\n{\"id\": 1, \"keeper\": {" +
                Members(shown) + "}}\n```\n"));

        Assert.Equal(isResource ? "Person" : "LampKeeper",
            docs.Type("Lamp").Properties.Single(p => p.JsonName == "keeper").Type.Name);
    }
}
