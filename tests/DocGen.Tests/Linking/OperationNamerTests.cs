using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

public class OperationNamerTests
{
    // File name, title, request lines, and what users call it.
    [Theory]
    [InlineData("driveitem-get.md", "Get", "GET /drive/items/{item-id}", "driveitem.Get")]
    [InlineData("driveitem-list-children.md", "List", "GET /drive/items/{item-id}/children", "driveitem.ListChildren")]
    [InlineData("driveitem_post_children.md", "Create", "POST /drive/items/{item-id}/children", "driveitem.CreateChild")]
    [InlineData("driveitem-update.md", "Update", "PATCH /drive/items/{item-id}", "driveitem.Update")]
    [InlineData("driveitem-update.md", "Update", "PUT /drive/items/{item-id}", "driveitem.Replace")]
    [InlineData("driveitem-delete.md", "Delete", "DELETE /drive/items/{item-id}", "driveitem.Delete")]
    [InlineData("driveitem-createuploadsession.md", "T", "POST /drive/items/{item-id}/createUploadSession", "driveitem.CreateUploadSession")]
    [InlineData("driveitem-copy.md", "T", "POST /drive/items/{item-id}/copy", "driveitem.Copy")]
    [InlineData("user-sendmail.md", "T", "POST /users/{id}/sendMail", "user.SendMail")]
    [InlineData("group-post-members.md", "T", "POST /groups/{id}/members/$ref", "group.AddMember")]
    [InlineData("group-delete-members.md", "T", "DELETE /groups/{id}/members/{id}/$ref", "group.RemoveMember")]
    [InlineData("intune-apps-androidlobapp-create.md", "T", "POST /deviceAppManagement/mobileApps", "androidlobapp.Create")]
    [InlineData("user-list.md", "T", "GET /users", "user.List")]
    [InlineData("users-list-users.md", "T", "GET /users", "user.List")]
    [InlineData("x1.md", "driveItem: createUploadSession", "POST /drive/root/createUploadSession", "driveitem.CreateUploadSession")]
    [InlineData("x1.md", "Create children", "POST /drive/items/{item-id}/children", "item.CreateChildren")]
    [InlineData("x1.md", "Restore version", "POST /drive/items/{item-id}/versions/{id}/restore", "version.Restore")]
    [InlineData("x1.md", "Some words on it", "DELETE /drive/items/{item-id}", "item.Delete")]
    [InlineData("x1.md", "Some words on it", "GET /me/drive", "drive.Get")]
    public void A_page_names_its_operation(string file, string title, string request, string expected)
    {
        OperationName name = NameOf(file, $"# {title}\n\n## HTTP request\n```http\n{request}\n```\n");

        Assert.Equal(expected, name.Resource + "." + name.Method);
    }

    [Fact]
    public void An_authors_key_goes_before_everything()
    {
        OperationName name = NameOf("driveitem-get.md",
            "# Get\n\n## HTTP request\n```http\nGET /drive/items/{id}\n```\n\n<!-- {\"type\": \"#page.annotation\", \"operation\": \"Files.Fetch\"} -->\n");

        Assert.Equal(("file", "Fetch"), (name.Resource, name.Method));
    }

    [Fact]
    public void The_annotation_names_what_file_and_heading_do_not()
    {
        OperationName name = NameOf("x1.md",
            "# How to send it up\n\n<!-- {\"blockType\": \"request\", \"name\": \"upload-multipart\"} -->\n```http\nPOST /drive/items/{id}/children\n\n{}\n```\n");

        Assert.Equal(("item", "UploadMultipart"), (name.Resource, name.Method));
    }

    [Fact]
    public void The_type_that_a_page_links_makes_the_first_word_of_its_file_a_resource()
    {
        OperationName name = NameOf("driveitem-preview-it.md",
            "# T\n\nA [driveItem](../resources/driveitem.md).\n\n## HTTP request\n```http\nPOST /drive/items/{id}/preview\n```\n");

        Assert.Equal(("driveitem", "PreviewIt"), (name.Resource, name.Method));
    }

    [Theory]
    [InlineData("GET /me/drive/items/{item-id}/children\nGET /me/drive/root:/{item-path}:/children\nGET /drives/{drive-id}/items/{item-id}/children",
        "MeDrive(itemId);MeDriveRoot(itemPath);Drives(driveId,itemId)")]
    [InlineData("GET /children\nGET /a/children", "Children();A()")]
    [InlineData("GET /groups/{id}/members/microsoft.graph.user/children\nGET /groups/{id}/children", "GroupsMembersAsUser(groupId);Groups(groupId)")]
    [InlineData("GET /classes/{id}/children\nGET /classes/{name}/sheets/{id|name}/children", "Classes(classId);ClassesSheets(className,sheetIdOrName)")]
    [InlineData("GET /groups/{id}/threads/{id}/children\nGET /x/children", "GroupsThreads(groupId,threadId);X()")]
    [InlineData("GET /{a}/children\nGET /{a}/{a}/children", "Children(a);Children(a,aValue)")]
    public void Factories_are_named_by_their_own_template(string requests, string expected)
    {
        Operation operation = Docs.Link(("docs/item-list-children.md", $"# T\n\n## HTTP request\n```http\n{requests}\n```\n")).Operation("Items.ListChildren");

        Assert.Equal(expected, string.Join(";", operation.Urls.Select(u => $"{u.FactoryName}({string.Join(",", u.Parameters.Select(p => p.Name))})")));
    }

    [Fact]
    public void One_URL_has_a_constructor_and_no_factory()
    {
        Operation operation = Docs.Link(("docs/item-get.md", "# T\n\n## HTTP request\n```http\nGET /items/{id}\n```\n")).Operation("Items.Get");

        UrlTemplate url = Assert.Single(operation.Urls);
        Assert.Null(url.FactoryName);
        Assert.Equal("itemId", Assert.Single(url.Parameters).Name);
    }

    private static OperationName NameOf(string file, string text) => Assert.Single(Docs.Read(text, "docs/api/" + file).Model.Operations).Name;
}
