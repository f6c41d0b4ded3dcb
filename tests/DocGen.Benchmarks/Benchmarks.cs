using BenchmarkDotNet.Attributes;

namespace DocGen.Benchmarks;

/// <summary>
/// Measures calls through the generated client. Each baseline is the same hand-written call over the same handler.
/// </summary>
[ShortRunJob]
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class CallBenchmarks
{
    private Clients _clients = null!;
    private Service? _service;

    [Params(false, true)]
    public bool Loopback { get; set; }

    [GlobalSetup]
    public async Task StartAsync()
    {
        _service = Loopback ? await Service.StartAsync() : null;
        _clients = _service is null ? Clients.InMemory() : new Clients(new SocketsHttpHandler(), _service.Root);
    }

    [GlobalCleanup]
    public async Task StopAsync()
    {
        _clients.Dispose();
        if (_service is not null)
            await _service.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Page")]
    public Task<int> PlainPage() => _clients.PlainPageAsync(nameof(Payload.Realistic));

    [Benchmark]
    [BenchmarkCategory("Page")]
    public Task<int> GeneratedPage() => _clients.GeneratedPageAsync(nameof(Payload.Realistic));

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Item")]
    public Task<int> PlainItem() => _clients.PlainItemAsync();

    [Benchmark]
    [BenchmarkCategory("Item")]
    public Task<int> GeneratedItem() => _clients.GeneratedItemAsync();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Patch")]
    public Task<int> PlainPatch() => _clients.PlainPatchAsync();

    [Benchmark]
    [BenchmarkCategory("Patch")]
    public Task<int> GeneratedPatch() => _clients.GeneratedPatchAsync();
}

/// <summary>Measures reading and writing JSON without HTTP.</summary>
[ShortRunJob]
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
public class JsonBenchmarks
{
    private readonly JsonWork _work = new(Payload.Realistic);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Read")]
    public int ReadPlain() => _work.ReadPlain();

    [Benchmark]
    [BenchmarkCategory("Read")]
    public int ReadGenerated() => _work.ReadGenerated();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Write")]
    public int WritePlain() => _work.WritePlain();

    [Benchmark]
    [BenchmarkCategory("Write")]
    public int WriteGenerated() => _work.WriteGenerated();
}
