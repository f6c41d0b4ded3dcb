using DocGen.Generator.Linking;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Corpus;

/// <summary>
/// Tests of the names, URL factories, bodies, options and responses for real pages of very different kinds.
/// </summary>
[Trait("Speed", "Slow")]
public class ApiShapeTests
{
    private static SharedCorpus Graph => SharedCorpus.Graph;

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Driveitem_get_has_a_URL_that_only_the_example_shows()
    {
        Assert.Equal(["DriveItems.Get"], Graph.OperationsOf("driveitem-get"));
        Operation get = Graph.Api.Operation("DriveItems.Get");
        Assert.Equal(
            [
                "Drives(driveId, itemId)", "DrivesRoot(driveId, itemPath)", "GroupsDrive(groupId, itemId)",
                "GroupsDriveRoot(groupId, itemPath)",
                "MeDrive(itemId)", "MeDriveRoot()", "MeDriveRoot(itemPath)", "SitesDrive(siteId, itemId)",
                "SitesDriveRoot(siteId, itemPath)",
                "SitesListsItems(siteId, listId, itemId)", "UsersDrive(userId, itemId)",
                "UsersDriveRoot(userId, itemPath)",
            ],
            get.Factories().Order(StringComparer.Ordinal));
        Assert.Equal(["Expand: Collection(String)", "IfNoneMatch: String", "Select: Collection(String)"],
            get.ShownOptions());
        Assert.Equal("Value DriveItem [200]", get.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Driveitem_put_content_overloads_its_factories_by_number_of_parameters()
    {
        Operation upload = Graph.Api.Operation("DriveItems.UploadContent");

        Assert.Equal("PUT", upload.HttpMethod);
        Assert.Contains("MeDrive(itemId)", upload.Factories());
        Assert.Contains("MeDrive(parentId, filename)", upload.Factories());
        Assert.Equal(10, upload.Urls.Count);
        Assert.Equal("Content: text/plain", upload.ShownBody());
        Assert.StartsWith("Value DriveItem ", upload.ShownResponse(), StringComparison.Ordinal);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Driveitem_createuploadsession_makes_no_operations_for_its_opaque_requests()
    {
        Assert.Equal(["DriveItems.CreateUploadSession"], Graph.OperationsOf("driveitem-createuploadsession"));
        Operation create = Graph.Api.Operation("DriveItems.CreateUploadSession");
        Assert.Equal(
            ["Drives(driveId, itemId)", "GroupsDrive(groupId, itemId)", "MeDrive(itemId)", "SitesDrive(siteId, itemId)",
                "UsersDrive(userId, itemId)", "MeDriveRoot(itemPath)"],
            create.Factories());
        Assert.Equal("DeferCommit: Boolean, Item: DriveItemUploadableProperties", create.ShownBody());
        Assert.Equal("UploadSession", Assert.IsType<ResponseShape.UploadSession>(create.Response).Session.Name);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Driveitem_delta_returns_changes_and_has_a_token_parameter()
    {
        Operation delta = Graph.Api.Operation("DriveItems.Delta");

        Assert.Contains("MeDriveRoot()", delta.Factories());
        Assert.Contains("Token: String", delta.ShownOptions());
        Assert.Equal("Delta DriveItem [200]", delta.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Driveitem_unfollow_has_a_DELETE_and_a_POST_whose_URL_ends_with_unfollow()
    {
        Assert.Equal(["DriveItems.Unfollow", "DriveItems.UnfollowFollowing"], Graph.OperationsOf("driveitem-unfollow"));
        Assert.Equal("POST", Graph.Api.Operation("DriveItems.Unfollow").HttpMethod);
        Assert.Equal("DELETE", Graph.Api.Operation("DriveItems.UnfollowFollowing").HttpMethod);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void User_get_mailboxsettings_has_eight_operations_with_eight_response_types()
    {
        string[] operations = Graph.OperationsOf("user-get-mailboxsettings");

        Assert.Equal(
            [
                "Users.GetMailboxSettings Value MailboxSettings [200]",
                "Users.GetMailboxSettingsAutomaticRepliesSetting Value AutomaticRepliesSetting [200]",
                "Users.GetMailboxSettingsDateFormat Value String [200]",
                "Users.GetMailboxSettingsDelegateMeetingMessageDeliveryOptions Value " +
                "DelegateMeetingMessageDeliveryOptions [200]",
                "Users.GetMailboxSettingsLanguage Value LocaleInfo [200]",
                "Users.GetMailboxSettingsTimeFormat Value String [200]",
                "Users.GetMailboxSettingsTimeZone Value String [200]",
                "Users.GetMailboxSettingsWorkingHours Value WorkingHours [200]",
            ],
            operations.Select(o => o + " " + Graph.Api.Operation(o).ShownResponse()));
        Assert.Equal(["Me()", "Users(userIdOrUserPrincipalName)"],
            Graph.Api.Operation("Users.GetMailboxSettings").Factories());
        Assert.Equal(16, operations.Sum(o => Graph.Api.Operation(o).Urls.Count));
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Group_post_members_adds_one_member_or_several()
    {
        Assert.Equal(["Groups.AddMember", "Groups.UpdateMembers"], Graph.OperationsOf("group-post-members"));
        Operation add = Graph.Api.Operation("Groups.AddMember");
        Assert.Equal(["(groupId)"], add.Factories());
        Assert.Equal("Reference: @odata.id", add.ShownBody());
        Assert.Equal("Empty [204]", add.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Reportroot_getteamsuseractivityuserdetail_takes_a_period_or_a_date()
    {
        string name = Assert.Single(Graph.OperationsOf("reportroot-getteamsuseractivityuserdetail"));
        Operation report = Graph.Api.Operation(name);

        Assert.EndsWith(".GetTeamsUserActivityUserDetail", name, StringComparison.Ordinal);
        Assert.Equal(["()"], report.Factories());
        Assert.Equal(["Date: Date", "Period: String"], report.ShownOptions());
        Assert.IsType<ResponseShape.Stream>(report.Response);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Worksheet_cell_requires_the_arguments_that_every_template_has()
    {
        Operation cell = Graph.Api.Operation("Worksheets.GetCell");

        Assert.Equal(
            ["MeDriveItemsWorkbook(itemId, worksheetIdOrName)", "MeDriveRootWorkbook(itemPath, worksheetIdOrName)"],
            cell.Factories());
        Assert.Equal(["Column: Int32!", "Row: Int32!", "WorkbookSessionId: String"], cell.ShownOptions());
        Assert.Equal("Value WorkbookRange [200]", cell.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Range_update_takes_the_address_inside_the_URL_as_a_parameter()
    {
        Operation update = Graph.Api.Operation("Range.Update");

        Assert.Contains("MeDriveItemsWorkbookWorksheets(itemId, worksheetIdOrName, address)", update.Factories());
        Assert.Equal("Body: WorkbookRange", update.ShownBody());
        Assert.True(update.Body!.JsonObject!.IsPartialUpdate);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Intune_apps_androidlobapp_lists_the_base_type_and_creates_the_derived_type()
    {
        Assert.Equal(["AndroidLobApps.List"], Graph.OperationsOf("intune-apps-androidlobapp-list"));
        Assert.Equal("Collection MobileApp [200]", Graph.Api.Operation("AndroidLobApps.List").ShownResponse());
        Assert.Equal("Value AndroidLobApp [201]", Graph.Api.Operation("AndroidLobApps.Create").ShownResponse());
        Assert.Equal("Body: AndroidLobApp", Graph.Api.Operation("AndroidLobApps.Create").ShownBody());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Call_answer_takes_the_base_of_two_types()
    {
        Operation answer = Graph.Api.Operation("Calls.Answer");

        Assert.Contains("MediaConfig: MediaConfig", answer.ShownBody(), StringComparison.Ordinal);
        Assert.Equal(["(callId)"], answer.Factories());
        Assert.Equal("Empty [202]", answer.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Plannertask_update_has_responses_with_and_without_a_body()
    {
        Operation update = Graph.Api.Operation("PlannerTasks.Update");

        Assert.Equal(["IfMatch: String!", "Prefer: String"], update.ShownOptions());
        Assert.Equal("Body: PlannerTask", update.ShownBody());
        Assert.Equal("Value PlannerTask [200, 204]", update.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Section_post_pages_sends_HTML()
    {
        Operation create = Graph.Api.Operation("Sections.CreatePage");

        Assert.Equal("Content: text/html", create.ShownBody());
        Assert.Equal("Value OnenotePage [201]", create.ShownResponse());
        Assert.Equal(4, create.Urls.Count);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Profilephoto_get_separates_bytes_from_metadata()
    {
        Assert.Equal(["ProfilePhotos.DownloadContent", "ProfilePhotos.Get", "ProfilePhotos.List"],
            Graph.OperationsOf("profilephoto-get"));
        Assert.Equal("Stream [200]", Graph.Api.Operation("ProfilePhotos.DownloadContent").ShownResponse());
        Assert.Equal("Value ProfilePhoto [200]", Graph.Api.Operation("ProfilePhotos.Get").ShownResponse());
        Assert.Equal("Collection ProfilePhoto [200]", Graph.Api.Operation("ProfilePhotos.List").ShownResponse());
        Assert.Equal("/me/photos", Assert.Single(Graph.Api.Operation("ProfilePhotos.List").Urls).Template);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Listitem_update_sends_an_item_or_the_fields_of_an_item()
    {
        Assert.Equal(["ListItems.Update", "ListItems.UpdateFields"], Graph.OperationsOf("listitem-update"));
        Assert.Equal("Body: FieldValueSet", Graph.Api.Operation("ListItems.UpdateFields").ShownBody());
        Assert.Equal("/sites/{site-id}/lists/{list-id}/items/{item-id}/fields",
            Assert.Single(Graph.Api.Operation("ListItems.UpdateFields").Urls).Template);
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Site_get_takes_a_host_name_and_a_path()
    {
        Operation get = Graph.Api.Operation("Sites.Get");

        Assert.Contains("Sites(siteId)", get.Factories());
        Assert.Contains("Sites(hostname, serverRelativePath)", get.Factories());
        Assert.Contains("SitesRoot()", get.Factories());
        Assert.Equal("Value Site [200]", get.ShownResponse());
    }

    [SharedDocsFact("corpus/graph-v1.0")]
    public void Opentypeextension_get_has_a_factory_for_each_owner()
    {
        Assert.Contains("OpenTypeExtensions.Get", Graph.OperationsOf("opentypeextension-get"));
        Assert.Contains("Contacts.Get", Graph.OperationsOf("opentypeextension-get"));
        Operation get = Graph.Api.Operation("OpenTypeExtensions.Get");
        Assert.Equal(11, get.Urls
            .Count(u => u.Template.EndsWith("/extensions/{extensionId}", StringComparison.Ordinal)));
        Assert.Equal(11, get.Urls.Count);
        Assert.Equal(get.Urls.Count, get.Factories().Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("Value OpenTypeExtension [200]", get.ShownResponse());
        Assert.Equal("Value Contact [200]", Graph.Api.Operation("Contacts.Get").ShownResponse());
    }
}
