using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Naming;

public class OperationNamerTests
{
    // The arguments are the file name, the title, the request line and the expected name.
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
    public void The_operation_is_named_after_the_file_the_title_and_the_request(
        string file, string title, string request, string expected)
    {
        OperationName name = NameOf(file, $"# {title}\n\n## HTTP request\n```http\n{request}\n```\n");

        Assert.Equal(expected, name.Resource + "." + name.Method);
    }

    [Fact]
    public void An_operation_annotation_is_used_before_all_other_names()
    {
        OperationName name = NameOf("driveitem-get.md",
            "# Get\n\n## HTTP request\n```http\nGET /drive/items/{id}\n```\n\n" +
            "<!-- {\"type\": \"#page.annotation\", \"operation\": \"Files.Fetch\"} -->\n");

        Assert.Equal(("file", "Fetch"), (name.Resource, name.Method));
    }

    [Fact]
    public void The_request_annotation_names_the_operation_if_file_and_heading_do_not()
    {
        OperationName name = NameOf("x1.md",
            "# How to send it up\n\n<!-- {\"blockType\": \"request\", \"name\": \"upload-multipart\"} -->\n" +
            "```http\nPOST /drive/items/{id}/children\n\n{}\n```\n");

        Assert.Equal(("item", "UploadMultipart"), (name.Resource, name.Method));
    }

    [Fact]
    public void A_linked_type_makes_the_first_word_of_the_file_name_a_resource()
    {
        OperationName name = NameOf("driveitem-preview-it.md",
            "# T\n\nA [driveItem](../resources/driveitem.md).\n\n## HTTP request\n```http\n" +
            "POST /drive/items/{id}/preview\n```\n");

        Assert.Equal(("driveitem", "PreviewIt"), (name.Resource, name.Method));
    }

    [Theory]
    [InlineData("yard-boats-boat-moor.md", "POST /yard/boats/{id}/moor", "boat.Moor")]
    [InlineData("boat-mooringplace-renew.md", "POST /boats/{id}/places/{id}/renew", "boat.RenewMooringplace")]
    [InlineData("boatversion-restore.md", "POST /boats/{id}/versions/{id}/restoreVersion", "boatversion.Restore")]
    public void Words_in_a_file_name_before_the_resource_are_dropped_if_the_URL_names_the_action(
        string file, string request, string expected) =>
        AssertName(expected, Named(file, request));

    [Theory]
    [InlineData("boat-list-mooringplaces.md", "T", "GET /boats/{id}/mooringPlaces", "boat.ListMooringPlaces")]
    [InlineData("boat-get-mooringplace.md", "Get the mooring place of a boat", "GET /boats/{id}/place",
        "boat.GetMooringPlace")]
    [InlineData("boat-get-teapot.md", "Get the tea pot of a boat", "GET /boats/{id}/log", "boat.GetTeaPot")]
    [InlineData("boat-get-tvset.md", "Get the tv set of a boat", "GET /boats/{id}/log", "boat.GetTvset")]
    [InlineData("boat-get-fishchild.md", "Get it", "GET /boats/{id}/fishChildren", "boat.GetFishChild")]
    [InlineData("boat-get-notebook.md", "Get a notebook, a note or a book", "GET /boats/{id}/log", "boat.GetNotebook")]
    public void The_capital_letters_of_a_name_come_from_the_text_of_the_page(
        string file, string title, string request, string expected) =>
        AssertName(expected, NameOf(file, $"# {title}\n\n## HTTP request\n```http\n{request}\n```\n"));

    [Theory]
    [InlineData("reportroot-getcounts.md", "GET /reports/getCounts", "report.GetCounts")]
    [InlineData("boatcollection-add.md", "POST /yard/boats/add", "boat.Add")]
    [InlineData("stampcollection-get.md", "GET /hobby/{id}", "stampcollection.Get")]
    [InlineData("barcollection-get.md", "GET /bars/{id}", "bar.Get")]
    [InlineData("tvcollection-get.md", "GET /tvs/{id}", "tvcollection.Get")]
    public void The_suffixes_root_and_collection_are_removed_from_the_name_of_a_group(
        string file, string request, string expected) =>
        AssertName(expected, Named(file, request));

    [Theory]
    [InlineData("harbor-get.md", "GET /harbor", GroupNumber.One)]
    [InlineData("harbor-get.md", "GET /harbors/{id}", GroupNumber.Many)]
    [InlineData("harbor-list-boats.md", "GET /coast/boats", GroupNumber.Unsaid)]
    [InlineData("harbor-list-boats.md", "GET /harbor/boats", GroupNumber.One)]
    [InlineData("minibar-list-boats.md", "GET /bar/boats", GroupNumber.One)]
    [InlineData("pickax-list-boats.md", "GET /ax/boats", GroupNumber.Unsaid)]
    public void A_single_resource_has_a_singular_group_name(string file, string request, object expected) =>
        Assert.Equal((GroupNumber)expected, Named(file, request).Number);

    [Theory]
    [InlineData("chart-image.md", "GET /charts/{id}/image", "chart.GetImage")]
    [InlineData("chart-delta.md", "GET /charts/delta", "chart.Delta")]
    [InlineData("chart-search.md", "GET /charts/search", "chart.Search")]
    public void A_name_that_is_a_noun_gets_the_verb_get(string file, string request, string expected) =>
        AssertName(expected, Named(file, request));

    [Theory]
    [InlineData("user-list-manager.md", "GET /users/{id}/manager", "a [user](user.md)", "user.GetManager")]
    [InlineData("user-list-reports.md", "GET /users/{id}/reports", "a collection of [user](user.md) objects",
        "user.ListReports")]
    [InlineData("user-get-reports.md", "GET /users/{id}/reports", "a collection of [user](user.md) objects",
        "user.ListReports")]
    public void The_response_decides_between_get_and_list(
        string file, string request, string answer, string expected) =>
        AssertName(expected, NameOf(file,
        $"# T\n\n## HTTP request\n```http\n{request}\n```\n\n## Response\n\nReturns `200 OK` and {answer}.\n"));

    [Theory]
    [InlineData("Moor228", "Moor228")]
    [InlineData("Moor2280", "Create")]
    public void A_name_with_three_digits_is_kept(string name, string method) => Assert.Equal(method, NameOf("x1.md",
        $"# How to have one\n\n<!-- {{\"blockType\": \"request\", \"name\": \"{name}\"}} -->\n```http\n" +
        "POST /boats\n\n{}\n```\n").Method);

    [Theory]
    [InlineData("The deck crane", "deckcrane", "DeckCrane")]
    [InlineData("The rod crane", "rodcrane", null)]
    [InlineData("The teaPot", "teapot", "TeaPot")]
    [InlineData("The teCup", "tecup", null)]
    public void A_word_of_a_URL_has_six_letters_and_is_cut_into_words_of_four(string title, string word,
        string? words)
    {
        EquatableArray<string> spelled = Docs.Read(
            $"# {title}\n\n## HTTP request\n```http\nGET /boats/{{id}}/{word}\n```\n",
            "docs/x.md").Model.Operations.Single().Urls.Single().Words;

        Assert.Equal(words, spelled.IsEmpty ? null : spelled[spelled.Count - 1]);
    }

    [Fact]
    public void A_request_name_with_four_digits_is_ignored() => AssertName("boat.Create", NameOf("x1.md",
        "# How to have one\n\n<!-- {\"blockType\": \"request\", \"name\": \"ABC228082938\"} -->\n```http\n" +
        "POST /boats\n\n{}\n```\n"));

    private static void AssertName(string expected, OperationName name) =>
        Assert.Equal(expected, name.Resource + "." + name.Method);

    private static OperationName Named(string file, string request) =>
        NameOf(file, $"# T\n\n## HTTP request\n```http\n{request}\n```\n");

    private static OperationName NameOf(string file, string text) =>
        Assert.Single(Docs.Read(text, "docs/api/" + file).Model.Operations).Name;
}
