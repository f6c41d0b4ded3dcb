using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Naming;

/// <summary>Tests of the names of URL factories and path parameters.</summary>
public class UrlNamerTests
{
    [Theory]
    [InlineData(
        "GET /me/drive/items/{item-id}/children\nGET /me/drive/root:/{item-path}:/children\n" +
        "GET /drives/{drive-id}/items/{item-id}/children",
        "MeDrive(itemId);MeDriveRoot(itemPath);Drives(driveId,itemId)")]
    [InlineData("GET /children\nGET /a/children", "Children();A()")]
    [InlineData("GET /groups/{id}/members/microsoft.graph.user/children\nGET /groups/{id}/children",
        "GroupsMembersAsUser(groupId);Groups(groupId)")]
    [InlineData("GET /classes/{id}/children\nGET /classes/{name}/sheets/{id|name}/children",
        "Classes(classId);ClassesSheets(className,sheetIdOrName)")]
    [InlineData("GET /a/items/children\nGET /a/children", "AItems();A()")]
    [InlineData("GET /groups/{id}/threads/{id}/children\nGET /x/children", "GroupsThreads(groupId,threadId);X()")]
    [InlineData("GET /{a}/children\nGET /{a}/{a}/children", "Children(a);Children(a,aValue)")]
    public void Factories_are_named_by_their_URL_template(string requests, string expected)
    {
        Operation operation = Docs.Link(
            ("docs/item-list-children.md", $"# T\n\n## HTTP request\n```http\n{requests}\n```\n"))
            .Operation("Items.ListChildren");

        Assert.Equal(expected, string.Join(";",
            operation.Urls.Select(u => $"{u.FactoryName}({string.Join(",", u.Parameters.Select(p => p.Name))})")));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    public void A_name_of_a_URL_with_more_than_60_letters_leaves_out_what_all_have(int length, bool isLeftOut)
    {
        string word = new('w', length - 1);
        Operation operation = Docs.Link(("docs/item-list-children.md",
            $"# T\n\n## HTTP request\n```http\nGET /a/{word}/children\nGET /b/{word}/children\n```\n"))
            .Operation("Items.ListChildren");

        Assert.Equal(isLeftOut ? 1 : length, operation.Urls[0].FactoryName!.Length);
    }

    [Theory]
    [InlineData("GET /users/{usersId}", "userId")]
    [InlineData("GET /names/{name}", "name")]
    [InlineData("GET /names/{id}", "nameId")]
    [InlineData("GET /users/{Id}/events/{Id}", "userId,eventId")]
    [InlineData("GET /people/{person-id}", "personId")]
    public void Path_parameters_have_singular_names(string request, string expected)
    {
        OperationDefinition operation = Assert.Single(
            Docs.Read($"# T\n\n## HTTP request\n```http\n{request}\n```\n", "docs/x.md").Model.Operations);

        Assert.Equal(expected, string.Join(",", operation.Urls[0].Parameters.Select(p => p.Name)));
    }

    [Fact]
    public void An_operation_with_one_URL_has_no_factory()
    {
        Operation operation = Docs.Link(("docs/item-get.md", "# T\n\n## HTTP request\n```http\nGET /items/{id}\n```\n"))
            .Operation("Items.Get");

        UrlTemplate url = Assert.Single(operation.Urls);
        Assert.Null(url.FactoryName);
        Assert.Equal("itemId", Assert.Single(url.Parameters).Name);
    }
}
