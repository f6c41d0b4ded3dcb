using System.Text;
using DocGen.Infrastructure;
using DocGen.Runtime.Tests.Support;

namespace DocGen.Runtime.Tests.Requests;

/// <summary>Tests forms with and without files.</summary>
public sealed class FormTests
{
    [Fact]
    public async Task A_form_is_encoded_without_null_values_and_has_a_field_for_each_list_item()
    {
        ReceivedRequest received = await SentAsync(new FormRequest
        {
            Fields = form =>
            {
                form.Add("title", "a b&c=ü");
                form.Add("none", (string?)null);
                form.Add("count", (int?)3);
                form.Add("ids[]", (IEnumerable<string>)["1", "2"]);
            },
        });

        Assert.Equal("application/x-www-form-urlencoded", received.Header("Content-Type"));
        Assert.Equal("title=a+b%26c%3D%C3%BC&count=3&ids%5B%5D=1&ids%5B%5D=2", received.Text);
    }

    [Fact]
    public async Task A_form_sends_the_name_and_media_type_of_a_file_and_omits_absent_parts()
    {
        ReceivedRequest received = await SentAsync(new FormRequest
        {
            Parts =
            [
                RequestBodyPart.Text("note", "Grüße"), RequestBodyPart.Text("none", null),
                RequestBodyPart.File("none", null),
                RequestBodyPart.File("photo",
                    new FormFile(new MemoryStream("png"u8.ToArray()), "a\"ü.png", "image/png")),
            ],
        });

        Assert.StartsWith("multipart/form-data; boundary=", received.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains(
            "Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nGrüße\r\n",
            received.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Content-Type: image/png\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a%22ü.png\"\r\n" +
            "\r\npng\r\n", received.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("none", received.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_stream_converts_to_a_file_with_its_name()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "report.pdf");
        await using var stream = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096,
            FileOptions.DeleteOnClose);

        FormFile? file = stream;
        FormFile? nothing = (Stream?)null;
        FormFile unnamed = new(new MemoryStream());

        Assert.Equal(("report.pdf", "application/octet-stream"), (file?.FileName, file?.ContentType));
        Assert.Null(nothing);
        Assert.Equal("file", unnamed.FileName);
    }

    [Fact]
    public async Task A_form_without_fields_is_refused_before_it_is_sent() =>
        Assert.Contains("field",
            (await Assert.ThrowsAsync<InvalidOperationException>(
                () => SentAsync(new FormRequest { Parts = [null] }))).Message, StringComparison.Ordinal);

    private static async Task<ReceivedRequest> SentAsync(FormRequest request)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(new Answer(204));
        using TestClient client = server.CreateClient();
        await client.SendAsync(request, Watchdog.Token);
        return Assert.Single(server.Requests);
    }

    private sealed class FormRequest() : ApiRequest<Response>("POST", "/items")
    {
        public Action<FormWriter>? Fields { get; init; }

        public RequestBodyPart?[] Parts { get; init; } = [];

        protected override void WriteForm(FormWriter form) => Fields!(form);

        protected override RequestBody? CreateBody() =>
            Fields is null ? RequestBody.FormData(Parts) : RequestBody.Form(this);

        protected override Response CreateResponse(ResponseContext response) => new(response);
    }
}
