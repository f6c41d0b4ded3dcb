using DocGen.Generator.Reading;

namespace DocGen.Tests.Plain;

public class PlainRolesTests
{
    [Theory]
    [InlineData("Parameters", nameof(PlainRole.Parameters))]
    [InlineData("Query Parameters", nameof(PlainRole.QueryParameters))]
    [InlineData("URL Parameters", nameof(PlainRole.PathParameters))]
    [InlineData("HTTP Request", nameof(PlainRole.Request))]
    [InlineData("Request body", nameof(PlainRole.Body))]
    [InlineData("Example JSON Response", nameof(PlainRole.Response))]
    [InlineData("Response if nothing is found", nameof(PlainRole.Response))]
    [InlineData("200 OK", nameof(PlainRole.Response))]
    [InlineData("Error Response", nameof(PlainRole.Errors))]
    [InlineData("404 Not Found", nameof(PlainRole.Errors))]
    [InlineData("Copy as cURL", nameof(PlainRole.Example))]
    [InlineData("Request headers", nameof(PlainRole.Headers))]
    public void A_heading_of_role_words_has_a_role(string title, string role)
        => Assert.Equal(role, PlainRoles.OfHeading(title).ToString());

    [Theory]
    [InlineData("List merge requests")]
    [InlineData("Get a response template")]
    [InlineData("Request a refund")]
    [InlineData("Users")]
    [InlineData("Delete a message type")]
    public void A_heading_with_a_subject_has_no_role(string title)
        => Assert.Equal(PlainRole.None, PlainRoles.OfHeading(title));

    [Theory]
    [InlineData("Required parameters:", nameof(PlainRole.Parameters))]
    [InlineData("The response looks like this:", nameof(PlainRole.Response))]
    [InlineData("The above command returns JSON structured like this:", nameof(PlainRole.Response))]
    [InlineData("This is what a hook sends. Optional query parameters:", nameof(PlainRole.QueryParameters))]
    [InlineData("Request body:", nameof(PlainRole.Body))]
    [InlineData("Response: 200 and the boat, or 404.", nameof(PlainRole.Response))]
    [InlineData("Returns the boat, or an error.", nameof(PlainRole.Response))]
    [InlineData("Returns 404 or an error:", nameof(PlainRole.Errors))]
    [InlineData("Errors are returned with status 200:", nameof(PlainRole.Errors))]
    [InlineData("You can only do this twice a day.", nameof(PlainRole.None))]
    public void A_line_announces_the_role_of_the_next_block(string text, string role)
        => Assert.Equal(role, PlainRoles.OfLabel(text, isNext: false).ToString());
}
