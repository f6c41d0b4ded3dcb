using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

public class OperationNamerTests
{
    // File name, title, request lines, and what users call it.
    [Theory]
    [InlineData("driveitem-get.md", "Get", "GET /drive/items/{item-id}", "driveitem.Get")]
    [InlineData("driveitem-list-children.md", "List", "GET /drive/items/{item-id}/children", "driveitem.ListChildren")]
    [InlineData("driveitem_post_children.md", "Create", "POST /drive/items/{item-id}/children",
        "driveitem.CreateChild")]
    [InlineData("driveitem-update.md", "Update", "PATCH /drive/items/{item-id}", "driveitem.Update")]
    [InlineData("driveitem-update.md", "Update", "PUT /drive/items/{item-id}", "driveitem.Replace")]
    [InlineData("driveitem-delete.md", "Delete", "DELETE /drive/items/{item-id}", "driveitem.Delete")]
    [InlineData("driveitem-createuploadsession.md", "T", "POST /drive/items/{item-id}/createUploadSession",
        "driveitem.CreateUploadSession")]
    [InlineData("driveitem-copy.md", "T", "POST /drive/items/{item-id}/copy", "driveitem.Copy")]
    [InlineData("user-sendmail.md", "T", "POST /users/{id}/sendMail", "user.SendMail")]
    [InlineData("group-post-members.md", "T", "POST /groups/{id}/members/$ref", "group.AddMember")]
    [InlineData("group-delete-members.md", "T", "DELETE /groups/{id}/members/{id}/$ref", "group.RemoveMember")]
    [InlineData("intune-apps-androidlobapp-create.md", "T", "POST /deviceAppManagement/mobileApps",
        "androidlobapp.Create")]
    [InlineData("user-list.md", "T", "GET /users", "user.List")]
    [InlineData("users-list-users.md", "T", "GET /users", "user.List")]
    [InlineData("x1.md", "driveItem: createUploadSession", "POST /drive/root/createUploadSession",
        "driveitem.CreateUploadSession")]
    [InlineData("x1.md", "Create children", "POST /drive/items/{item-id}/children", "item.CreateChildren")]
    [InlineData("x1.md", "Restore version", "POST /drive/items/{item-id}/versions/{id}/restore", "version.Restore")]
    [InlineData("x1.md", "Some words on it", "DELETE /drive/items/{item-id}", "item.Delete")]
    [InlineData("x1.md", "Some words on it", "GET /me/drive", "drive.Get")]
    [InlineData("get-ticket.md", "T", "GET /tickets/{id}", "ticket.Get")]
    [InlineData("list-tickets.md", "T", "GET /tickets", "ticket.List")]
    [InlineData("create-ticket.md", "T", "POST /tickets", "ticket.Create")]
    [InlineData("get-ticket-comments.md", "T", "GET /tickets/{id}/comments", "ticket.GetComments")]
    [InlineData("cancel-order.md", "T", "POST /orders/{id}/cancel", "order.Cancel")]
    [InlineData("list-get.md", "T", "GET /lists/{id}", "list.Get")]
    [InlineData("timeoff-put.md", "T", "PUT /timeOffs/{id}", "timeoff.Replace")]
    [InlineData("team-put-schedule.md", "T", "PUT /teams/{id}/schedule", "team.SetSchedule")]
    [InlineData("user-post-manager.md", "T", "PUT /users/{id}/manager/$ref", "user.SetManager")]
    [InlineData("team-delete-members.md", "T", "DELETE /teams/{id}/members/{id}", "team.DeleteMember")]
    public void A_page_names_its_operation(string file, string title, string request, string expected)
    {
        OperationName name = NameOf(file, $"# {title}\n\n## HTTP request\n```http\n{request}\n```\n");

        Assert.Equal(expected, name.Resource + "." + name.Method);
    }

    [Fact]
    public void An_authors_key_goes_before_everything()
    {
        OperationName name = NameOf("driveitem-get.md",
            "# Get\n\n## HTTP request\n```http\nGET /drive/items/{id}\n```\n\n" +
            "<!-- {\"type\": \"#page.annotation\", \"operation\": \"Files.Fetch\"} -->\n");

        Assert.Equal(("file", "Fetch"), (name.Resource, name.Method));
    }

    [Fact]
    public void The_annotation_names_what_file_and_heading_do_not()
    {
        OperationName name = NameOf("x1.md",
            "# How to send it up\n\n<!-- {\"blockType\": \"request\", \"name\": \"upload-multipart\"} -->\n" +
            "```http\nPOST /drive/items/{id}/children\n\n{}\n```\n");

        Assert.Equal(("item", "UploadMultipart"), (name.Resource, name.Method));
    }

    [Fact]
    public void The_type_that_a_page_links_makes_the_first_word_of_its_file_a_resource()
    {
        OperationName name = NameOf("driveitem-preview-it.md",
            "# T\n\nA [driveItem](../resources/driveitem.md).\n\n## HTTP request\n```http\n" +
            "POST /drive/items/{id}/preview\n```\n");

        Assert.Equal(("driveitem", "PreviewIt"), (name.Resource, name.Method));
    }

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
    public void Factories_are_named_by_their_own_template(string requests, string expected)
    {
        Operation operation = Docs.Link(
            ("docs/item-list-children.md", $"# T\n\n## HTTP request\n```http\n{requests}\n```\n"))
            .Operation("Items.ListChildren");

        Assert.Equal(expected, string.Join(";",
            operation.Urls.Select(u => $"{u.FactoryName}({string.Join(",", u.Parameters.Select(p => p.Name))})")));
    }

    [Theory]
    [InlineData("yard-boats-boat-moor.md", "POST /yard/boats/{id}/moor", "boat.Moor")]
    [InlineData("boat-mooringplace-renew.md", "POST /boats/{id}/places/{id}/renew", "boat.RenewMooringplace")]
    [InlineData("boatversion-restore.md", "POST /boats/{id}/versions/{id}/restoreVersion", "boatversion.Restore")]
    public void Areas_drop_where_the_URL_says_what_is_done(string file, string request, string expected) =>
        AssertName(expected, Named(file, request));

    [Theory]
    [InlineData("boat-list-mooringplaces.md", "T", "GET /boats/{id}/mooringPlaces", "boat.ListMooringPlaces")]
    [InlineData("boat-get-mooringplace.md", "Get the mooring place of a boat", "GET /boats/{id}/place",
        "boat.GetMooringPlace")]
    [InlineData("boat-get-notebook.md", "Get a notebook, a note or a book", "GET /boats/{id}/log", "boat.GetNotebook")]
    public void Capitals_come_from_the_page(string file, string title, string request, string expected) =>
        AssertName(expected, NameOf(file, $"# {title}\n\n## HTTP request\n```http\n{request}\n```\n"));

    [Theory]
    [InlineData("reportroot-getcounts.md", "GET /reports/getCounts", "report.GetCounts")]
    [InlineData("boatcollection-add.md", "POST /yard/boats/add", "boat.Add")]
    [InlineData("stampcollection-get.md", "GET /hobby/{id}", "stampcollection.Get")]
    public void A_root_or_collection_is_what_it_holds(string file, string request, string expected) =>
        AssertName(expected, Named(file, request));

    [Theory]
    [InlineData("harbor-get.md", "GET /harbor", GroupNumber.One)]
    [InlineData("harbor-get.md", "GET /harbors/{id}", GroupNumber.Many)]
    [InlineData("harbor-list-boats.md", "GET /coast/boats", GroupNumber.Unsaid)]
    [InlineData("harbor-list-boats.md", "GET /harbor/boats", GroupNumber.One)]
    public void What_there_is_one_of_goes_by_the_singular(string file, string request, object expected) =>
        Assert.Equal((GroupNumber)expected, Named(file, request).Number);

    [Theory]
    [InlineData("chart-image.md", "GET /charts/{id}/image", "chart.GetImage")]
    [InlineData("chart-delta.md", "GET /charts/delta", "chart.Delta")]
    [InlineData("chart-search.md", "GET /charts/search", "chart.Search")]
    public void A_noun_is_got(string file, string request, string expected) =>
        AssertName(expected, Named(file, request));

    [Theory]
    [InlineData("user-list-manager.md", "GET /users/{id}/manager", "a [user](user.md)", "user.GetManager")]
    [InlineData("user-list-reports.md", "GET /users/{id}/reports", "a collection of [user](user.md) objects",
        "user.ListReports")]
    [InlineData("user-get-reports.md", "GET /users/{id}/reports", "a collection of [user](user.md) objects",
        "user.ListReports")]
    public void The_answer_decides_between_get_and_list(string file, string request, string answer, string expected) =>
        AssertName(expected, NameOf(file,
        $"# T\n\n## HTTP request\n```http\n{request}\n```\n\n## Response\n\nReturns `200 OK` and {answer}.\n"));

    [Fact]
    public void A_number_is_no_name() => AssertName("boat.Create", NameOf("x1.md",
        "# How to have one\n\n<!-- {\"blockType\": \"request\", \"name\": \"ABC228082938\"} -->\n```http\n" +
        "POST /boats\n\n{}\n```\n"));

    [Theory]
    [InlineData("GET /users/{usersId}", "userId")]
    [InlineData("GET /names/{name}", "name")]
    [InlineData("GET /names/{id}", "nameId")]
    [InlineData("GET /users/{Id}/events/{Id}", "userId,eventId")]
    [InlineData("GET /people/{person-id}", "personId")]
    public void Parameters_are_of_one(string request, string expected)
    {
        OperationDefinition operation = Assert.Single(
            Docs.Read($"# T\n\n## HTTP request\n```http\n{request}\n```\n", "docs/x.md").Model.Operations);

        Assert.Equal(expected, string.Join(",", operation.Urls[0].Parameters.Select(p => p.Name)));
    }

    private static void AssertName(string expected, OperationName name) =>
        Assert.Equal(expected, name.Resource + "." + name.Method);

    private static OperationName Named(string file, string request) =>
        NameOf(file, $"# T\n\n## HTTP request\n```http\n{request}\n```\n");

    [Fact]
    public void One_URL_has_a_constructor_and_no_factory()
    {
        Operation operation = Docs.Link(("docs/item-get.md", "# T\n\n## HTTP request\n```http\nGET /items/{id}\n```\n"))
            .Operation("Items.Get");

        UrlTemplate url = Assert.Single(operation.Urls);
        Assert.Null(url.FactoryName);
        Assert.Equal("itemId", Assert.Single(url.Parameters).Name);
    }

    private static OperationName NameOf(string file, string text) =>
        Assert.Single(Docs.Read(text, "docs/api/" + file).Model.Operations).Name;
}
