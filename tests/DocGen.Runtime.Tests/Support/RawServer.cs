using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DocGen.Runtime.Tests.Support;

/// <summary>
/// A TCP server that sends raw bytes, so that its responses can be malformed. It handles one request per connection.
/// Each connection after the last response gets the last response again.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly Func<Socket, CancellationToken, Task>[] _answers;
    private readonly Task _run;

    public RawServer(params Func<Socket, CancellationToken, Task>[] answers)
    {
        _answers = answers;
        _listener.Start();
        _run = RunAsync();
    }

    public Uri Root => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The request lines and headers of the requests received.</summary>
    public IReadOnlyList<string> Heads => [.. _heads];

    /// <summary>Sends text and closes the connection normally.</summary>
    public static Func<Socket, CancellationToken, Task> Text(string text) =>
        (socket, stop) => SendAsync(socket, text, stop);

    /// <summary>Sends text and resets the connection.</summary>
    public static Func<Socket, CancellationToken, Task> Reset(string text) => async (socket, stop) =>
    {
        await SendAsync(socket, text, stop);
        socket.LingerState = new LingerOption(true, 0);
    };

    /// <summary>Sends text, then keeps the connection open and sends nothing more.</summary>
    public static Func<Socket, CancellationToken, Task> Silence(string text) => async (socket, stop) =>
    {
        await SendAsync(socket, text, stop);
        await Task.Delay(Timeout.Infinite, stop);
    };

    /// <summary>Sends text one byte at a time.</summary>
    public static Func<Socket, CancellationToken, Task> Drip(string text) => async (socket, stop) =>
    {
        socket.NoDelay = true;
        foreach (char c in text)
            await SendAsync(socket, c.ToString(), stop);
    };

    public TestClient CreateClient(Action<ServiceClientOptions>? configure = null)
    {
        var options = new ServiceClientOptions
        {
            ServiceRoot = new Uri(Root, "/v1.0"),
            TimeProvider = new AdvancingTime()
        };
        configure?.Invoke(options);
        return new TestClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _run;
        _stop.Dispose();
    }

    private static async Task SendAsync(Socket socket, string text, CancellationToken stop) =>
        await socket.SendAsync(Encoding.Latin1.GetBytes(text), stop);

    private async Task RunAsync()
    {
        var connections = new List<Task>();
        try
        {
            for (int next = 0; ; next++)
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token),
                    _answers[Math.Min(next, _answers.Length - 1)]));
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, Func<Socket, CancellationToken, Task> answer)
    {
        using (socket)
        {
            try
            {
                var head = new StringBuilder();
                var buffer = new byte[4096];
                int count;
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal)
                    && (count = await socket.ReceiveAsync(buffer, _stop.Token)) > 0)
                    head.Append(Encoding.Latin1.GetString(buffer, 0, count));
                _heads.Enqueue(head.ToString());
                await answer(socket, _stop.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException)
            {
                // The test has ended or the client has closed the connection.
                socket.Close();
            }
        }
    }
}
