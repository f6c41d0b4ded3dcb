using DocGen.Generator.Http;
using DocGen.Generator.Model;

namespace DocGen.Tests.Http;

public class UrlPathTests
{
    [Theory]
    [InlineData("/drive/items/{item-id}/children", "children")]
    [InlineData("/drive/root/search(q='{text}')", "search")]
    [InlineData("/groups/{id}/members/contoso.people.user", "user")]
    [InlineData("/groups/{id}/members/$ref", "members")]
    [InlineData("/drive/root:/{item-path}", "root")]
    [InlineData("/f{id}(a=1)", null)]
    [InlineData("/", null)]
    public void The_last_literal_segment_names_the_resource_at_the_URL(string url, string? expected) =>
        Assert.Equal(expected, Path(url).LastName);

    [Theory]
    [InlineData("/search(q='{text}')", "q='{text}'")]
    [InlineData("/cell(row={row},column=1)", "row={row}, column=1")]
    [InlineData("/f(a=g(b=1))", "b=1)")]
    [InlineData("/f(a=1)/x", "")]
    [InlineData("/items('{id}')", "")]
    [InlineData("/f(a=1", "a=1")]
    public void A_segment_with_a_function_call_has_its_arguments(string url, string expected) =>
        Assert.Equal(expected, string.Join(", ", Path(url).Last!.Arguments.Select(a => a.Name + "=" + a.Value)));

    [Theory]
    [InlineData("/a/search(q='{text}')", "/a/search")]
    [InlineData("/a(b=1)/c", "/a(b=1)/c")]
    [InlineData("/a/{id}", "/a/{id}")]
    [InlineData("/", "/")]
    public void Function_arguments_at_the_end_of_a_path_can_be_removed(string url, string expected) =>
        Assert.Equal(expected, Path(url).WithoutArguments().Template);

    [Theory]
    [InlineData("/items/{id}", "/Items/{item-id}", true)]
    [InlineData("/items/search", "/items/search(q='{text}')", true)]
    [InlineData("/items/search(q='{text}')", "/items/search", false)]
    [InlineData("/items/{id}", "/items/all", false)]
    [InlineData("/items/{id}", "/items/{id}/x", false)]
    [InlineData("/items(a={x})", "/items(b={x})", false)]
    public void Paths_address_the_same_resource_for_any_placeholder_names(string one, string other, bool expected) =>
        Assert.Equal(expected, Path(one).Addresses(Path(other)));

    [Fact]
    public void Paths_with_equal_templates_are_equal()
    {
        Assert.Equal(Path("/a/{id}/b"), Path("a/<id>/b/"));
        Assert.NotEqual(Path("/a/{id}"), Path("/a/id"));
        Assert.NotEqual(Path("/a/{id}"), Path("/a:/{id}"));
    }

    private static UrlPath Path(string url) => UrlReader.Read(url).Path;
}
