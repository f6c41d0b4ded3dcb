using DocGen.Generator.Model;
using DocGen.Generator.Surface;

namespace DocGen.Tests.Surface;

/// <summary>
/// Tests of the comparison of two surfaces. The differences here cannot be made by an edit of a single page.
/// </summary>
public class SurfaceDiffTests
{
    private static readonly SurfaceAnswer NoContent = new(AnswerKind.Empty, EquatableArray.Of(204), null, false, null,
        null, null, default);

    [Fact]
    public void A_placeholder_that_accepts_slashes_does_not_make_another_URL()
    {
        SurfaceChange change = Assert.Single(SurfaceDiff.Of(Of(Lock("/items/{path}")), Of(Lock("/items/{+path}"))));

        Assert.Equal(("URL_SLASHES_CHANGED", "POST /items/{} /items/{}"), (change.Rule.Id, change.Identity));
    }

    [Fact]
    public void A_removed_response_class_is_a_source_change()
    {
        SurfaceOperation one = Lock("/items/{id}");

        SurfaceChange change = Assert.Single(SurfaceDiff.Of(Of(one), Of(one with { ResponseClass = null })));

        Assert.Equal(("RESPONSE_CLASS_CHANGED", ChangeSeverity.None, ChangeSeverity.Error),
            (change.Rule.Id, change.Wire, change.Source));
    }

    [Fact]
    public void A_renamed_class_is_one_change_for_all_members_of_its_type()
    {
        ApiSurface old = Types(Type("drive.quota", "Quota"),
            Type("drive.drive", "Drive", Property("quota", "Quota"), Property("quotas", "Collection(Quota)")));
        ApiSurface current = Types(Type("drive.quota", "Space"),
            Type("drive.drive", "Drive", Property("quota", "Space"), Property("quotas", "Collection(Space)")));

        SurfaceChange change = Assert.Single(SurfaceDiff.Of(old, current));

        Assert.Equal(("NAME_CHANGED", "drive.quota", "Quota", "Space"),
            (change.Rule.Id, change.Identity, change.Old, change.New));
    }

    /// <summary>Two types may have the same class name.</summary>
    [Fact]
    public void A_member_changes_if_its_class_name_now_means_another_type()
    {
        ApiSurface old = Types(Type("a.quota", "Quota"), Type("b.quota", "BQuota"),
            Type("a.drive", "Drive", Property("quota", "Quota")));
        ApiSurface current = Types(Type("a.quota", "AQuota"), Type("b.quota", "Quota"),
            Type("a.drive", "Drive", Property("quota", "Quota")));

        SurfaceChange change = Assert.Single(SurfaceDiff.Of(old, current),
            change => change.Rule == SurfaceRules.PropertyTypeChanged);

        Assert.Equal("a.drive.quota", change.Identity);
    }

    [Fact]
    public void A_property_that_moves_to_a_base_is_not_removed()
    {
        ApiSurface old = Types(Type("item", "Item"),
            Type("file", "File", Property("name", "String")) with { Base = "Item" });
        ApiSurface current = Types(Type("item", "Item", Property("name", "String")),
            Type("file", "File") with { Base = "Item" });

        Assert.Equal(["PROPERTY_ADDED item.name"],
            SurfaceDiff.Of(old, current).Select(change => change.Rule.Id + " " + change.Identity));
        Assert.Equal(["PROPERTY_REMOVED item.name"],
            SurfaceDiff.Of(current, old).Select(change => change.Rule.Id + " " + change.Identity));
    }

    [Theory]
    [InlineData("/a/b/c/lock", "/a/d/e/lock", "URL_REPLACED")]
    [InlineData("/a/b/c/d/lock", "/a/e/f/g/lock", "URL_ADDED URL_REMOVED")]
    public void A_URL_that_shares_half_of_its_segments_is_replaced(string old, string current, string rules)
    {
        static ApiSurface WithUrl(string url) =>
            Of(Lock("/lock") with { Urls = EquatableArray.Of(new SurfaceUrl("/lock", "Root", default),
                new SurfaceUrl(url, "Of", default)) });

        Assert.Equal(rules, string.Join(" ", SurfaceDiff.Of(WithUrl(old), WithUrl(current))
            .Select(change => change.Rule.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void An_unnamed_object_is_identified_by_the_member_that_contains_it()
    {
        ApiSurface old = Types(Type("drive", "Drive", Property("owner", "DriveOwner")),
            Type(null, "DriveOwner", Property("id", "String"), Property("name", "String")));
        ApiSurface current = Types(Type("drive", "Drive", Property("owner", "Owner")),
            Type(null, "Owner", Property("id", "Guid")));

        Assert.Equal(
            ["NAME_CHANGED drive.owner", "PROPERTY_REMOVED drive.owner.name", "PROPERTY_TYPE_CHANGED drive.owner.id"],
            SurfaceDiff.Of(old, current).Select(change => change.Rule.Id + " " + change.Identity));
    }

    [Fact]
    public void The_comparison_of_cyclic_types_terminates()
    {
        ApiSurface old = Types(
            Type("a", "A", Property("b", "B")) with { Base = "B" },
            Type("b", "B", Property("a", "A")) with { Base = "A" }, Type(null, "C", Property("c", "C")));

        Assert.Empty(SurfaceDiff.Of(old, old with { ServiceRoot = null, IsFromFile = true }));
    }

    [Theory]
    [InlineData("Int32", "Int64", "PROPERTY_TYPE_WIDENED", nameof(ChangeSeverity.Warning))]
    [InlineData("Int64", "Int32", "PROPERTY_TYPE_CHANGED", nameof(ChangeSeverity.Error))]
    [InlineData("Json", "Item", "PROPERTY_TYPE_CHANGED", nameof(ChangeSeverity.Warning))]
    [InlineData("Item", "File", "PROPERTY_TYPE_CHANGED", nameof(ChangeSeverity.Warning))]
    [InlineData("File", "Item", "PROPERTY_TYPE_CHANGED", nameof(ChangeSeverity.Error))]
    [InlineData("Item", "Collection(Item)", "PROPERTY_COLLECTION_CHANGED", nameof(ChangeSeverity.Error))]
    [InlineData("String", "State", "ENUM_TYPE_CHANGED", nameof(ChangeSeverity.None))]
    public void The_old_and_the_new_type_decide_the_severity(string old, string current, string rule, string wire)
    {
        ApiSurface Surface(string type) =>
            Types(Type("item", "Item"), Type("file", "File") with { Base = "Item" },
                Type("drive", "Drive", Property("root", type)))
            with
            { Enums = EquatableArray.Of(new SurfaceEnum("state", "State", false, default)) };

        SurfaceChange change = Assert.Single(SurfaceDiff.Of(Surface(old), Surface(current)));

        Assert.Equal((rule, wire), (change.Rule.Id, change.Wire.ToString()));
    }

    /// <summary>Operations with the same URL are matched by name first, and then by type.</summary>
    [Fact]
    public void Operations_with_one_URL_are_matched_by_name_and_then_by_type()
    {
        SurfaceOperation Create(string method, string type) => Lock("/members") with
        {
            Method = method,
            RequestClass = method + "Request",
            ResponseClass = method + "Response",
            Members = EquatableArray.Of(new SurfaceMember(MemberPlace.Body, "", type, true, "Body")),
        };
        ApiSurface Surface(params SurfaceOperation[] operations) =>
            Types(Type("user", "User"), Type("group", "Group")) with { Operations = operations.ToEquatableArray() };

        IReadOnlyList<SurfaceChange> changes = SurfaceDiff.Of(
            Surface(Create("Add", "User"), Create("AddGroup", "Group")),
            Surface(Create("AddTeam", "Group"), Create("AddUser", "User")));

        Assert.Equal(["Items.Add to Items.AddUser", "Items.AddGroup to Items.AddTeam"],
            changes.Select(change => $"{change.Old} to {change.New}").Order(StringComparer.Ordinal));
        Assert.All(changes, change => Assert.Equal("NAME_CHANGED", change.Rule.Id));
    }

    [Fact]
    public void A_comparison_with_a_surface_file_ignores_root_permissions_and_deprecations()
    {
        SurfaceOperation one = Lock("/items/{id}");
        ApiSurface docs = Of(one with
        {
            Deprecation = "old",
            Permissions = EquatableArray.Of(new Permission("Delegated", EquatableArray.Of("Read")))
        }) with
        {
            ServiceRoot = "https://a.example.com"
        };

        Assert.NotEmpty(SurfaceDiff.Of(docs, Of(one)));
        Assert.Empty(SurfaceDiff.Of(docs, Of(one) with { IsFromFile = true }));
    }

    [Fact]
    public void The_same_change_in_many_operations_is_one_group_of_findings()
    {
        SurfaceOperation[] old = [
            .. Enumerable.Range(0, 20)
                .Select(i => Lock($"/workbook/table{i}/lock") with { Method = "Lock" + i, RequestClass = "R" + i,
                    ResponseClass = "A" + i })];
        SurfaceOperation[] current = [
            .. old.Select((one, i) =>
                one with { Urls = EquatableArray.Of(
                    new SurfaceUrl($"/me/drive/items/{{id}}/workbook/table{i}/lock", null,
                        EquatableArray.Of("id"))) })];

        ChangeGroup group = Assert.Single(ChangeGroup.Of(SurfaceDiff.Of(Of(old), Of(current))));

        Assert.Equal((20, "'/workbook/..' is now '/me/drive/items/{id}/workbook/..'"),
            (group.Changes.Count, group.Text));
    }

    [Fact]
    public void Each_rule_has_a_section_in_the_page_on_rules()
    {
        string[] headings = [.. File.ReadLines(Path.Combine(Harness.DocFolders.ApiDocsFolder, "..", "docs", "rules.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..])];

        Assert.Equal(SurfaceRules.All.Select(rule => rule.Id), headings.Order(StringComparer.Ordinal));
        Assert.All(SurfaceRules.All,
            rule => Assert.EndsWith("docs/rules.md#" + rule.Id.ToLowerInvariant(), rule.HelpLink,
                StringComparison.Ordinal));
    }

    private static SurfaceOperation Lock(string url) => new(
        "POST", "Items", "Lock", "ItemLockRequest", "ItemLockResponse",
        EquatableArray.Of(new SurfaceUrl(url, null,
            url.Contains('{', StringComparison.Ordinal) ? EquatableArray.Of("id") : default)), null, default,
        NoContent);

    private static SurfaceType Type(string? wireName, string name, params SurfaceProperty[] properties) =>
        new(wireName, name, null, false, false, false, properties.ToEquatableArray());

    private static SurfaceProperty Property(string name, string type) =>
        new(name, type, char.ToUpperInvariant(name[0]) + name[1..]);

    private static ApiSurface Of(params SurfaceOperation[] operations) =>
        ApiSurface.Empty with { Operations = operations.ToEquatableArray() };

    private static ApiSurface Types(params SurfaceType[] types) =>
        ApiSurface.Empty with { Types = types.ToEquatableArray() };
}
