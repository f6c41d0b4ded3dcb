using System.Text;
using System.Text.Json.Nodes;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Json;

/// <summary>Tests valid JSON that is ambiguous, unusual or costly to read.</summary>
public sealed class HostileJsonTests
{
    [Theory]
    [InlineData("@odata.type")]
    [InlineData("@odata\\u002etype")]
    public void Type_annotations_at_the_end_of_nested_objects_cost_at_most_quadratic_work(string annotation)
    {
        const int Depth = 60;
        string json = string.Concat(Enumerable.Repeat("""{"child":""", Depth)) + "{}" +
            string.Concat(Enumerable.Repeat($$""","{{annotation}}":"#n.node"}""", Depth));
        Node.Made = 0;
        Node? node = ResourceJson.Read<Node>(Encoding.UTF8.GetBytes(json));

        // Each object is read once more for each enclosing object. Reading the content twice at each level would create
        // 2^60 objects.
        Assert.InRange(Node.Made, Depth, (Depth + 1) * (Depth + 1));
        for (int i = 0; i < Depth; i++, node = node.Child)
            Assert.IsType<NamedNode>(node);
    }

    [Fact]
    public void A_misfit_is_reported_once_even_if_the_type_annotation_comes_last()
    {
        Response<Node> response = JsonText.Respond<Node>(
            """{"child":{"id":[1],"child":{"id":[2],"@odata.type":"#n.node"},"@odata.type":"#n.node"}""" +
            ""","id":[0],"@odata.type":"#n.node"}""",
            JsonRead.Resource<Node>);

        Assert.Equal(["$.child.id", "$.child.child.id", "$.id"], response.GetMisfits().Select(misfit => misfit.Path));
    }

    [Theory]
    [InlineData("\"\\uD83D\"")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":[{"c":1,"\u0063":2}]}}""")]
    [InlineData("""{"\uDE00":1,"\uD83D":2}""")]
    [InlineData("1e99999")]
    [InlineData("-0.0")]
    [InlineData("12345678901234567890.1234567890")]
    [InlineData("\"\\/\\u00e9\"")]
    [InlineData(" { \"a\" : [ 1 , 2 ] } ")]
    public void Unknown_members_are_written_as_they_were_read(string value)
    {
        string json = $$"""{"id":"1","x":{{value}}}""";
        string kept = $$"""{"id":"1","x":{{value.Trim()}}}""";
        DriveItem item = JsonText.ReadItem(json);
        Assert.Equal(kept, JsonText.Present(item));
        Assert.Equal(kept, JsonText.Present(item.Clone()));

        // Reading unknown members is neither a change nor an error.
        JsonNode? node = item.AdditionalProperties["x"];
        _ = node?.ToJsonString();
        _ = (node as JsonObject)?.Count;
        Assert.False(item.IsChanged);
        Assert.Equal(kept, JsonText.Present(item));
        Assert.Equal(kept, JsonText.Present(item.Clone()));
        item.Name = "n";
        Assert.Equal("""{"name":"n"}""", JsonText.Changes(item));
    }

    [Fact]
    public void Unknown_members_with_the_same_name_are_written_as_read_and_the_first_is_exposed()
    {
        DriveItem item = JsonText.ReadItem("""{"x":1,"x":2,"y":{"a":"A","a":"B"}}""");
        Assert.Equal("""{"x":1,"x":2,"y":{"a":"A","a":"B"}}""", JsonText.Present(item));

        Assert.Equal((1, "A"), ((int)item.AdditionalProperties["x"]!, (string?)item.AdditionalProperties["y"]!["a"]));
        Assert.False(item.IsChanged);
        item.AdditionalProperties["x"] = 3;
        Assert.Equal("""{"x":3}""", JsonText.Changes(item));
    }

    [Fact]
    public void Member_names_with_invalid_Unicode_are_kept()
    {
        byte[] json = [.. "{\"id\":\"1\",\"a\\uD83D\":1,\""u8, 0xFF, .. "\":2}"u8];
        DriveItem item = JsonText.Read<DriveItem>(json, JsonRead.Resource<DriveItem>)!;
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, item);

        Assert.Equal(json, buffer.WrittenSpan.ToArray());
        Assert.Equal(["a\uFFFD", "?"], item.AdditionalProperties.Select(member => member.Key));
    }

    [Fact]
    public void Text_that_is_not_valid_UTF8_is_a_misfit()
    {
        byte[] json = [.. "{\"id\":\"1\",\"folder\":{\"view\":\""u8, 0xFF, .. "\"},\"x\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        DriveItem item = JsonText.Read<DriveItem>(json, JsonRead.Resource<DriveItem>)!;
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        ResourceJson.Write(buffer, item);

        Assert.Equal(("1", null), (item.Id, item.Folder!.View));
        Assert.Equal("$.view", Assert.Single(item.Folder.GetMisfits()).Path);
        Assert.Equal(json, buffer.WrittenSpan.ToArray());
        Assert.Equal("?(", (string?)item.AdditionalProperties["x"]);
    }

    [Fact]
    public void An_object_with_20000_members_is_read()
    {
        string members = string.Join(',', Enumerable.Range(0, 20_000).Select(n => $"\"m{n}\":{n}"));
        DriveItem item = JsonText.ReadItem("{" + members + ",\"x\":{" + members + "}}");

        Assert.Equal(20_001, item.AdditionalProperties.Count);
        Assert.Equal(20_000, ((JsonObject)item.AdditionalProperties["x"]!).Count);
        Assert.False(item.IsChanged);
    }

    [Fact]
    public void A_time_without_an_offset_does_not_depend_on_the_local_time_zone()
    {
        string? before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            foreach (string zone in new[] { "Pacific/Auckland", "America/Los_Angeles", "UTC" })
            {
                Environment.SetEnvironmentVariable("TZ", zone);
                TimeZoneInfo.ClearCachedData();
                Assert.Equal(DateTimeOffset.MinValue,
                    JsonText.ReadItem("""{"created":"0001-01-01T00:00:00"}""").Created);
                Assert.Equal(new(2026, 3, 29, 2, 30, 0, TimeSpan.Zero),
                    JsonText.ReadItem("""{"created":"2026-03-29T02:30:00"}""").Created);
                Assert.Equal(new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero),
                    JsonText.ReadItem("""{"created":"9999-12-31"}""").Created);
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    private class Node : ApiResource, IResource<Node>
    {
        private MemberStates _bits;
        private string? _id;
        private Node? _child;

        public static int Made { get; set; }

        public Node? Child => _child;

        protected override bool HasDerivedTypes => true;

        static Node IResource<Node>.Create() => Count(new Node());

        static Node? IResource<Node>.CreateDerived(string odataType) =>
            odataType == "n.node" ? Count(new NamedNode()) : null;

        protected override bool ReadMember(ref ResourceReader reader) => reader.NameLength switch
        {
            2 when reader.Is("id"u8) => reader.Read(out _id, ref _bits, 0),
            5 when reader.Is("child"u8) => reader.Resource(out _child, ref _bits, 1),
            _ => false,
        };

        protected override void WriteMembers(ResourceWriter writer)
        {
            writer.Write("id"u8, _id, _bits, 0);
            writer.Resource("child"u8, _child, _bits, 1);
        }

        private static Node Count(Node node)
        {
            Made++;
            return node;
        }
    }

    private sealed class NamedNode : Node;
}
