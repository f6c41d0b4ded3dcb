using System.Text.Json.Nodes;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

public sealed class WritingTests
{
    private const string Read =
        """{"id":"1","name":"a","size":7,"folder":{"childCount":2,"view":"x"},"tags":["t"]""" +
        ""","children":[{"id":"2","size":1}],"etag":{"v":1}}""";

    [Fact]
    public void A_resource_is_written_back_with_its_unknown_members()
    {
        string json = JsonText.Present(JsonText.ReadItem(Read));

        Assert.Equal(
            """{"id":"1","name":"a","children":[{"id":"2","size":1}],"folder":{"childCount":2,"view":"x"}""" +
            ""","size":7,"tags":["t"],"etag":{"v":1}}""",
            json);
    }

    [Fact]
    public void Null_members_are_written_and_absent_members_are_not()
    {
        Assert.Equal("""{"childCount":null}""", JsonText.Present(new Folder { ChildCount = null }));
        Assert.Equal("{}", JsonText.Present(new Folder()));
    }

    [Fact]
    public void Writing_the_changes_of_an_unchanged_resource_throws()
    {
        DriveItem item = JsonText.ReadItem(Read);

        Assert.False(item.IsChanged);
        var exception = Assert.Throws<InvalidOperationException>(() => JsonText.Changes(item));
        Assert.Contains("DriveItem has no change", exception.Message, StringComparison.Ordinal);
        Assert.Contains("MarkAllChanged", exception.Message, StringComparison.Ordinal);
        // The changes of a new resource are an empty object.
        Assert.Equal("{}", JsonText.Changes(new DriveItem()));
    }

    [Fact]
    public void Changes_are_the_members_assigned_since_reading()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.Name = null;

        Assert.Equal("""{"name":null}""", JsonText.Changes(item));
    }

    [Fact]
    public void A_nested_object_changed_in_place_is_written_with_its_changes()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.Folder!.ChildCount = 3;

        Assert.True(item.IsChanged);
        Assert.Equal("""{"folder":{"childCount":3}}""", JsonText.Changes(item));
    }

    [Fact]
    public void A_nested_object_that_was_assigned_is_written_whole()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.Folder = JsonText.ReadItem(Read).Folder;

        Assert.Equal(
            """{"folder":{"childCount":2,"view":"x"}}""", JsonText.Changes(item));
    }

    [Fact]
    public void A_list_that_was_changed_in_place_is_written_whole()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.Tags!.Add("u");

        Assert.Equal("""{"tags":["t","u"]}""", JsonText.Changes(item));
    }

    [Fact]
    public void A_list_with_a_changed_item_is_written_whole()
    {
        DriveItem item = JsonText.ReadItem(Read);
        item.Children![0].Size = 2;

        Assert.Equal(
            """{"children":[{"id":"2","size":2}]}""",
            JsonText.Changes(item));
    }

    [Fact]
    public void Every_list_operation_that_changes_a_list_is_tracked()
    {
        Action<IList<string>>[] changes =
        [
            list => list.Add("x"), list => list.Insert(0, "x"), list => list.RemoveAt(0), list => list[0] = "x",
            list => list.Clear(),
        ];
        foreach (Action<IList<string>> change in changes)
        {
            DriveItem item = JsonText.ReadItem(Read);
            change(item.Tags!);
            Assert.True(item.IsChanged);
        }
    }

    [Fact]
    public void A_list_that_was_read_supports_all_list_operations()
    {
        IList<string> list = JsonText.ReadItem("""{"tags":["a","b","c","d","e"]}""").Tags!;
        list.Insert(0, "x");
        list.Insert(6, "y");
        list.RemoveAt(1);
        Assert.True(list.Remove("c"));
        Assert.False(list.Remove("z"));
        list[0] = "w";
        var copy = new string[6];
        list.CopyTo(copy, 1);

        Assert.Equal(["w", "b", "d", "e", "y"], list);
        Assert.Equal([null!, "w", "b", "d", "e", "y"], copy);
        Assert.Equal((2, -1, true, false), (list.IndexOf("d"), list.IndexOf("c"), list.Contains("y"), list.IsReadOnly));
        Assert.Throws<ArgumentOutOfRangeException>(() => list[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list.Insert(6, "z"));
        Assert.Throws<ArgumentOutOfRangeException>(() => list.RemoveAt(-1));
        list.Clear();
        Assert.Empty(list);
    }

    [Fact]
    public void A_change_inside_a_nested_list_is_tracked()
    {
        DriveItem item = JsonText.ReadItem("""{"rows":[["a"],["b"]]}""");
        item.Rows![1].Add("c");

        Assert.True(item.IsChanged);
    }

    [Fact]
    public void Only_changed_unknown_members_are_written_as_changes()
    {
        DriveItem item = JsonText.ReadItem("""{"a":{"x":1},"b":2,"c":3}""");
        item.AdditionalProperties["a"]!["x"] = 2;
        item.AdditionalProperties["d"] = null;

        Assert.True(item.IsChanged);
        Assert.Equal("""{"a":{"x":2},"d":null}""", JsonText.Changes(item));
    }

    [Fact]
    public void Reading_unknown_members_is_not_a_change()
    {
        DriveItem item = JsonText.ReadItem("""{"a":{"x":1}}""");

        Assert.Single(item.AdditionalProperties);
        Assert.False(item.IsChanged);
    }

    [Fact]
    public void Unknown_members_can_be_sent_with_a_new_object()
    {
        var folder = new Folder { AdditionalProperties = { ["color"] = "red" } };

        Assert.Equal("""{"color":"red"}""", JsonText.Present(folder));
        Assert.Equal("""{"color":"red"}""", JsonText.Changes(folder));
    }

    [Fact]
    public void A_clone_copies_values_and_changes_and_shares_no_state()
    {
        DriveItem item = JsonText.ReadItem(
            """{"folder":{"childCount":2},"tags":["t"],"children":[{"size":1}],"rows":[["a"]],"x":{"y":1}}""");
        item.Size = 9;
        string before = JsonText.Present(item);
        DriveItem copy = item.Clone();

        Assert.Equal(before, JsonText.Present(copy));
        Assert.Equal("""{"size":9}""", JsonText.Changes(copy));

        copy.Folder!.ChildCount = 0;
        copy.Tags!.Clear();
        copy.Children![0].Size = 0;
        copy.Rows![0][0] = "z";
        copy.AdditionalProperties["x"]!["y"] = 0;
        Assert.Equal(before, JsonText.Present(item));
    }

    [Fact]
    public void The_type_is_written_if_it_was_read_or_differs_from_the_declared_type()
    {
        var item = new DriveItem { Id = "1" };

        Assert.Equal("""{"id":"1"}""", JsonText.Present(item));
        Assert.Equal("""{"@odata.type":"#contoso.driveItem","id":"1"}""", JsonText.Present<BaseItem>(item));
        Assert.Equal("""{"id":"1"}""", JsonText.Present(new BaseItem { Id = "1" }));
        const string WasRead = """{"@odata.type":"#contoso.driveItem","id":"1"}""";
        Assert.Equal(WasRead, JsonText.Present(JsonText.ReadItem(WasRead)));
        Assert.Equal(WasRead, JsonText.Present(JsonText.Read<BaseItem>(WasRead, JsonRead.Resource<BaseItem>)!));
    }

    [Fact]
    public void List_items_write_their_type_if_it_differs_from_the_type_of_the_list()
    {
        IList<BaseItem> items = [new DriveItem { Id = "1" }, new BaseItem { Id = "2" }];

        string json = JsonText.Write(RequestBody.JsonValue(
            items, static (writer, list) => JsonWrite.Collection(writer, list, JsonWrite.Resource)));

        Assert.Equal("""[{"@odata.type":"#contoso.driveItem","id":"1"},{"id":"2"}]""", json);
    }

    [Fact]
    public void Lists_of_every_primitive_type_are_written_as_they_are_read()
    {
        Same("[null,\"a\\\"\"]", "x");
        Same("[true,false]", true);
        Same("[0,255]", (byte)0);
        Same("[-128,127]", (sbyte)0);
        Same("[-32768]", (short)0);
        Same("[2147483647]", 0);
        Same("[-9223372036854775808]", 0L);
        Same("[1.5,\"INF\",\"NaN\"]", 0f);
        Same("[0.1,\"-INF\"]", 0d);
        Same("[79228162514264337593543950335]", 0m);
        Same("[\"11111111-2222-3333-4444-555555555555\"]", Guid.Empty);
        Same("[\"2026-05-17T08:00:00.5Z\"]", default(DateTimeOffset));
        Same("[\"2026-05-17\"]", default(DateOnly));
        Same("[\"07:59:59.25\"]", default(TimeOnly));
        Same("[\"P1DT2H\"]", default(TimeSpan));
        Same("[null,\"+/8=\"]", Array.Empty<byte>());
        Same<JsonNode>("[null,1,{\"a\":[]}]", new JsonObject());
        Same("[null,{\"a\":1}]", new JsonObject());
    }

    private static void Same<T>(string json, T example)
    {
        Assert.NotNull(example);
        IList<T> list = JsonText.Read<Listed<T>>($"{{\"list\":{json}}}", JsonRead.Resource<Listed<T>>)!.List!;
        var copy = new Listed<T> { List = [.. list] };

        Assert.Equal($"{{\"list\":{json}}}", JsonText.Changes(copy));
    }

    private sealed class Listed<T> : ApiResource, IResource<Listed<T>>
    {
        private MemberStates _bits;
        private IList<T>? _list;

        public IList<T>? List { get => _list; set => _list = _bits.Assign(value, 0); }

        static Listed<T> IResource<Listed<T>>.Create() => new();

        protected override bool ReadMember(ref ResourceReader reader) =>
            reader.Is("list"u8) && reader.Values(out _list, ref _bits, 0);

        protected override void WriteMembers(ResourceWriter writer) => writer.Values("list"u8, _list, _bits, 0);
    }

    [Fact]
    public void An_assigned_type_annotation_is_written()
    {
        var folder = new Folder { ODataType = "#contoso.special" };

        Assert.Equal("""{"@odata.type":"#contoso.special"}""", JsonText.Present(folder));
    }

    [Fact]
    public void Values_are_written_in_the_formats_of_the_specification()
    {
        var states = default(MemberStates);
        states.Assign(true, 0);
        RequestBody body = TestRequest.Object(writer =>
        {
            writer.Write("b"u8, (bool?)true, in states, 0);
            writer.Write("y"u8, (byte?)1, in states, 0);
            writer.Write("i"u8, (int?)-1, in states, 0);
            writer.Write("d"u8, (double?)double.NaN, in states, 0);
            writer.Write("f"u8, (float?)float.PositiveInfinity, in states, 0);
            writer.Write("m"u8, (decimal?)1.10m, in states, 0);
            writer.Write("g"u8, (Guid?)Guid.Empty, in states, 0);
            writer.Write("t"u8, (DateTimeOffset?)new DateTimeOffset(2026, 5, 17, 8, 0, 0, TimeSpan.FromHours(2)),
                in states, 0);
            writer.Write("z"u8, (DateTimeOffset?)new DateTimeOffset(2026, 5, 17, 8, 0, 0, 500, TimeSpan.Zero),
                in states, 0);
            writer.Write("a"u8, (DateOnly?)new DateOnly(2026, 5, 17), in states, 0);
            writer.Write("o"u8, (TimeOnly?)new TimeOnly(7, 59), in states, 0);
            writer.Write("p"u8, (TimeSpan?)new TimeSpan(1, 2, 3, 4), in states, 0);
            writer.Write("n"u8, new byte[] { 0xFB, 0xFF }, in states, 0);
            writer.Write("s"u8, "ä'<", in states, 0);
            writer.Constant("@c"u8, "cid:x");
            writer.Write("absent"u8, "x", in states, 1);
        });

        Assert.Equal(
            """{"b":true,"y":1,"i":-1,"d":"NaN","f":"INF","m":1.10,"g":"00000000-0000-0000-0000-000000000000",""" +
            "\"t\":\"2026-05-17T08:00:00+02:00\",\"z\":\"2026-05-17T08:00:00.5Z\",\"a\":\"2026-05-17\"," +
            "\"o\":\"07:59:00\",\"p\":\"P1DT2H3M4S\",\"n\":\"+/8=\",\"s\":\"ä'<\",\"@c\":\"cid:x\"}",
            JsonText.Write(body));
    }

    [Fact]
    public void An_error_names_a_missing_body()
    {
        var exception = Assert.Throws<InvalidOperationException>(
            () => RequestBody.Json<DriveItem>(null, "Body", changesOnly: true));

        Assert.Contains("'Body'", exception.Message, StringComparison.Ordinal);
    }
}
