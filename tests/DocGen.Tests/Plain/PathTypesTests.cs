using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Tests.Emission;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Plain;

/// <summary>Tests of the types of path parameters on plain pages.</summary>
public class PathTypesTests
{
    private const string Page = """
        # Lamps

        ## Get a lamp

        `GET /rooms/{room}/lamps/{number}/{color}/{day}/{key}/{name}`

        | Parameter | Type    | Description                 |
        |:----------|:--------|:----------------------------|
        | room      | string  | The room's name             |
        | number    | integer | The lamp's number           |
        | color     | string  | One of `red`, `blue`        |
        | day       | date    | The day it was switched on  |
        | key       | uuid    | The key                     |
        | name      | array   | Its names                   |

        ```json
        { "id": 2 }
        ```
        """;

    [Fact]
    public void Path_parameters_may_be_numbers_enums_dates_or_GUIDs_and_are_strings_otherwise() => Assert.Equal(
        "room:string number:Int64 color:Enum day:Date lampKey:Guid lampName:string",
        string.Join(' ', Docs.Link(("docs/lamps.md", Page)).Operation("Lamps.Get").Urls.Single().Parameters
            .Select(p => p.Name + ":" + (p.Type?.Kind.ToString() ?? "string"))));

    [Theory]
    [InlineData("")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public async Task Path_values_are_formatted_independently_of_the_culture(string culture)
    {
        LinkedDocs docs = Docs.Link(("docs/lamps.md", Page));
        ApiFile file = Samples.File(docs.Operation("Lamps.Get")) with
        {
            Types = docs.Files.SelectMany(f => f.Types).ToEquatableArray(),
            Enums = docs.Files.SelectMany(f => f.Enums).ToEquatableArray(),
        };
        var handler = new RecordingHandler("{}");

        await EmittedCode.RunAsync(
            FileEmitter.Emit(file),
            $"""
            System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("{culture}");
            await client.Items.GetAsync(new(
                "a b", -1234567, LampGetColor.Red, new DateOnly(2026, 5, 17), Guid.Empty, "x"));
            return "";
            """,
            handler);

        Assert.Equal(["GET /v1.0/rooms/a%20b/lamps/-1234567/red/2026-05-17/00000000-0000-0000-0000-000000000000/x"],
            handler.Sent);
    }

    [Fact]
    public async Task A_single_number_converts_to_the_request()
    {
        LinkedDocs docs = Docs.Link(
            ("docs/lamps.md",
                "# Lamps\n\n## Switch a lamp\n\n`POST /lamps/{id}/switch`\n\n- `id` (integer) - The lamp\n\n" +
                "Returns `204 No Content`.\n"));
        var handler = new RecordingHandler("");

        await EmittedCode.RunAsync(FileEmitter.Emit(Samples.File(docs.Operation("Lamps.Switch"))),
            "await client.Items.SwitchAsync(7); return \"\";", handler);

        Assert.Equal(["POST /v1.0/lamps/7/switch"], handler.Sent);
    }
}
