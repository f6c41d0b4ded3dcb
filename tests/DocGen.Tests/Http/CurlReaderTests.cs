using DocGen.Generator.Http;

namespace DocGen.Tests.Http;

public class CurlReaderTests
{
    [Fact]
    public void A_curl_command_is_parsed_like_a_shell_command()
    {
        CurlCommand command = CurlReader.Read("""
            $ curl -s -XPUT -H 'Content-Type: application/json' \
              -d '{"a": "it is"}' "https://x.example.com/a b" | jq .
            """)!;

        Assert.Equal("PUT", command.Method);
        Assert.Equal("https://x.example.com/a b", command.Url);
        Assert.Equal("{\"a\": \"it is\"}", command.Data);
        Assert.Equal("application/json", command.ContentType);
    }

    [Theory]
    [InlineData("curl https://x.example.com/a", "GET")]
    [InlineData("curl https://x.example.com/a -d b=c", "POST")]
    [InlineData("curl -G https://x.example.com/a -d b=c", "GET")]
    [InlineData("curl --request=DELETE https://x.example.com/a", "DELETE")]
    [InlineData("curl -T file https://x.example.com/a", "PUT")]
    [InlineData("curl -F a=@b https://x.example.com/a", "POST")]
    public void Options_decide_the_method_of_a_curl_command(string text, string method)
        => Assert.Equal(method, CurlReader.Read(text)!.Method);
}
