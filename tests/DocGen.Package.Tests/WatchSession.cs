using System.Diagnostics;
using System.Threading.Channels;

namespace DocGen.Package.Tests;

/// <summary>A running <c>dotnet watch</c>, and the lines that it and its program have printed.</summary>
internal sealed class WatchSession : IDisposable
{
    // Prevents a test that never ends. An edit takes only a few seconds.
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Process _process;

    public WatchSession(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Writer.TryWrite(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Returns the next lines, up to and including the first line that meets a condition.</summary>
    public async Task<List<string>> ReadToAsync(Predicate<string> isLast)
    {
        List<string> lines = [];
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            while (lines.Count == 0 || !isLast(lines[^1]))
                lines.Add(await _lines.Reader.ReadAsync(deadline.Token));
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"The expected line was not printed. Printed lines:\n{string.Join('\n', lines)}");
        }

        return lines;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
