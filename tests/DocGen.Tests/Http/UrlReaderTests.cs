using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Tests.Http;

public class UrlReaderTests
{
    [Theory]
    [InlineData("/drive/items/{item-id}/children", "/drive/items/{item-id}/children")]
    [InlineData("/drive/items/{itemId}", "/drive/items/{itemId}")]
    [InlineData("/users/{id | userPrincipalName}/drive", "/users/{id|userPrincipalName}/drive")]
    [InlineData("/users/{id|userPrincipalName}", "/users/{id|userPrincipalName}")]
    [InlineData("/drive/items/<id>/versions", "/drive/items/{id}/versions")]
    [InlineData("/groups/{id}/threads/{id}/posts", "/groups/{id}/threads/{id}/posts")]
    [InlineData("/drive/root:/{item-path}:/children", "/drive/root:/{+item-path}:/children")]
    [InlineData("/drive/root:/{item-path}", "/drive/root:/{+item-path}")]
    [InlineData("/drive/root:{item-path}", "/drive/root:/{+item-path}")]
    [InlineData("/drive/items/{id}:/{name}:/content", "/drive/items/{id}:/{+name}:/content")]
    [InlineData("/drive/root/search(q='{text}')", "/drive/root/search(q='{text}')")]
    [InlineData("/reports/getX(period='{period_value}')", "/reports/getX(period='{period_value}')")]
    [InlineData("/fn(a=b,c=d)", "/fn(a=b,c=d)")]
    [InlineData("/worksheets/{id}/range(address='<address>')", "/worksheets/{id}/range(address='{address}')")]
    [InlineData("/groups/{id}/members/microsoft.graph.user", "/groups/{id}/members/microsoft.graph.user")]
    [InlineData("/groups/{id}/members/$ref", "/groups/{id}/members/$ref")]
    [InlineData("/me/photo/$value", "/me/photo/$value")]
    [InlineData("/users/$count", "/users/$count")]
    [InlineData("/me/drive?$select=id,name", "/me/drive")]
    [InlineData("/me/drive/root/delta(token='latest')?$top={top}", "/me/drive/root/delta(token='latest')")]
    [InlineData("https://graph.microsoft.com/v1.0/me/drive", "/me/drive")]
    [InlineData("https://graph.microsoft.com/beta/me/drive", "/me/drive")]
    [InlineData("/v1.0/me/drive", "/me/drive")]
    [InlineData("/me /drive/ items", "/me/drive/items")]
    [InlineData("me/drive", "/me/drive")]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("/a//b/", "/a/b")]
    [InlineData("/a/{unclosed", "/a/{unclosed}")]
    [InlineData("/a/{}", "/a/%7B%7D")]
    [InlineData("/a/{{id}}/b", "/a/{id}/b")]
    public void A_path_consists_of_literals_and_placeholders(string url, string expected) =>
        Assert.Equal(expected, UrlReader.Read(url).Path.Template);

    [Theory]
    [InlineData("https://graph.microsoft.com/v1.0/me", "https://graph.microsoft.com/v1.0")]
    [InlineData("https://graph.microsoft.com/beta/me", "https://graph.microsoft.com/beta")]
    [InlineData("https://api.example.com/drive/v2/me", "https://api.example.com/drive/v2")]
    [InlineData("https://api.example.com/me/drive", "https://api.example.com")]
    [InlineData("https://api.example.com", "https://api.example.com")]
    [InlineData("/me/drive", null)]
    [InlineData("/v1.0/me", null)]
    public void The_service_root_is_scheme_host_and_version(string url, string? root) =>
        Assert.Equal(root, UrlReader.Read(url).Root);

    [Theory]
    [InlineData("/x?$top=5&$skip={skip}", "$top=5,$skip={skip}")]
    [InlineData("/x?token", "token=")]
    [InlineData("/x?", "")]
    [InlineData("/x?a b=1&=2", "")]
    [InlineData("/x('{a?b}')?c=d", "c=d")]
    public void The_query_has_names_and_values(string url, string expected) =>
        Assert.Equal(expected, string.Join(",", UrlReader.Read(url).Query.Select(q => q.Key + "=" + q.Value)));

    [Theory]
    [InlineData("{upload-url}", true)]
    [InlineData("<uploadUrl>", true)]
    [InlineData("{uploadUrl}?x=1", true)]
    [InlineData("{site}/lists", false)]
    [InlineData("/{id}", false)]
    [InlineData("https://x.example/{id}", false)]
    public void A_URL_that_is_one_placeholder_is_opaque(string url, bool isOpaque) =>
        Assert.Equal(isOpaque, UrlReader.Read(url).IsOpaque);

    [Fact]
    public void The_identity_of_a_path_ignores_case_and_placeholder_names() =>
        Assert.Equal(UrlReader.Read("/Drive/Items/{id}").Shape, UrlReader.Read("/drive/items/<item>").Shape);

    [Fact]
    public void Angle_brackets_around_a_placeholder_are_reported_at_their_position()
    {
        const string url = "/a/<id>/b/<other>";

        IReadOnlyList<UrlFinding> findings = UrlReader.Read(url).Findings;

        Assert.Equal(["<id>", "<other>"], findings.Select(f => url[f.Start..f.End]));
        Assert.All(findings, f => Assert.Equal(UrlFault.AngleBrackets, f.Fault));
    }

    [Fact]
    public void A_misplaced_colon_is_moved_and_reported()
    {
        const string url = "/me/drive/root:/{item-path}/:children";

        DocumentedUrl read = UrlReader.Read(url);

        Assert.Equal("/me/drive/root:/{+item-path}:/children", read.Path.Template);
        UrlFinding finding = Assert.Single(read.Findings);
        Assert.Equal(UrlFault.MisplacedColon, finding.Fault);
        Assert.Equal("/:children", url[finding.Start..finding.End]);
        Assert.Equal(":/children", finding.Is);
    }

    [Theory]
    [InlineData('{')]
    [InlineData('<')]
    [InlineData(':')]
    [InlineData('/')]
    [InlineData('?')]
    [InlineData('(')]
    [InlineData('}')]
    public void A_URL_with_a_long_run_of_one_character_is_read(char c) =>
        Assert.InRange(UrlReader.Read(new string(c, 20_000)).Segments.Count, 0, 1);

    [Theory]
    [InlineData("v2", true)]
    [InlineData("V1.10", true)]
    [InlineData("v20260101", true)]
    [InlineData("beta", true)]
    [InlineData("alpha2", true)]
    [InlineData("v1beta1", true)]
    [InlineData("v", false)]
    [InlineData("v1x", false)]
    [InlineData("videos", false)]
    [InlineData("betas", false)]
    [InlineData("", false)]
    public void A_version_segment_is_a_number_or_a_stage_before_the_first_release(string word, bool isVersion) =>
        Assert.Equal(isVersion, ApiVersion.Is(word));
}
