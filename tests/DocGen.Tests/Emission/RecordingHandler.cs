using System.Net;
using System.Text;

namespace DocGen.Tests.Emission;

/// <summary>Returns prepared answers in order and records the requests.</summary>
internal sealed class RecordingHandler(params string[] answers) : HttpMessageHandler
{
    private readonly Queue<string> _answers = new(answers);

    public List<string> Sent { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
        CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add(request.Method + " " + request.RequestUri!.PathAndQuery + body);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new StringContent(_answers.Dequeue(), Encoding.UTF8, "application/json"),
        };
    }
}
