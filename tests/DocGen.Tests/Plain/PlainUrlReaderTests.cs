using DocGen.Generator.Http;

namespace DocGen.Tests.Plain;

public class PlainUrlReaderTests
{
    [Theory]
    [InlineData("/users/{id}", "/users/{id}")]
    [InlineData("/users/{{id}}", "/users/{id}")]
    [InlineData("/users/<user id>", "/users/{user-id}")]
    [InlineData("/users/:id", "/users/{id}")]
    [InlineData("/users/:user-id/posts", "/users/{user-id}/posts")]
    [InlineData("/users/#{id}.json", "/users/{id}.json")]
    [InlineData("/users/${id}", "/users/{id}")]
    [InlineData("/users/$ID", "/users/{id}")]
    [InlineData("/users/[id]", "/users/{id}")]
    [InlineData("/users/USER_ID", "/users/{user_id}")]
    [InlineData("/files/*path", "/files/{path}")]
    [InlineData("/users(.:format)", "/users")]
    public void All_notations_of_placeholders_are_read(string url, string template)
        => Assert.Equal(template, Template(url));

    [Theory]
    [InlineData("/todolists/3/todos.json", "/todolists/{todolistId}/todos.json")]
    [InlineData("/buckets/1/todos/2.json", "/buckets/{bucketId}/todos/{todoId}.json")]
    [InlineData("/jobs/6f9619ff-8b86-d011-b42d-00cf4fc964ff", "/jobs/{jobId}")]
    [InlineData("/people/2/people/3", "/people/{personId}/people/{personId2}")]
    public void A_sample_is_a_placeholder_named_after_the_word_before_it(string url, string template)
        => Assert.Equal(template, Template(url));

    [Theory]
    [InlineData("/docs/{id}:archive", "/docs/{id}:archive")]
    [InlineData("/jobs:cancel", "/jobs:cancel")]
    [InlineData("/archive/:ref:format", "/archive/{ref}{format}")]
    public void A_colon_after_a_word_does_not_begin_a_placeholder(string url, string template)
        => Assert.Equal(template, Template(url));

    [Theory]
    [InlineData("/v1/users", null, "/v1/users")]
    [InlineData("https://api.example.com/v1/users", "https://api.example.com", "/v1/users")]
    [InlineData("{base_url}/users", null, "/users")]
    public void A_version_stays_in_the_path(string url, string? root, string template)
    {
        Assert.Equal(root, PlainUrlReader.Read(url)!.Root);
        Assert.Equal(template, Template(url));
    }

    [Theory]
    [InlineData("/x?a=1&b=2", "a b")]
    [InlineData("/x{?page,per_page}", "page per_page")]
    [InlineData("/x?ids[]=1", "ids[]")]
    [InlineData("/x[?q=…]", "q")]
    public void Query_names_are_read(string url, string names)
    {
        Assert.Equal("/x", Template(url));
        Assert.Equal(names, string.Join(' ', PlainUrlReader.Read(url)!.Query.Select(pair => pair.Key)));
    }

    [Theory]
    [InlineData("users")]
    [InlineData("")]
    [InlineData("mailto:a@example.com")]
    public void Text_that_is_not_an_HTTP_URL_is_ignored(string text) => Assert.Null(PlainUrlReader.Read(text));

    private static string Template(string url) => PlainUrlReader.Read(url)!.Path.Text;

    [Theory]
    [InlineData("/books/{book id}/pages", "books/{book-id}/pages")]
    [InlineData("/books/{id", "books/{id}")]
    public void A_plain_page_may_have_spaces_in_a_placeholder(string url, string path) =>
        Assert.Equal(path, PlainUrlReader.Read(url)!.Path.Text.TrimStart('/'));
}
