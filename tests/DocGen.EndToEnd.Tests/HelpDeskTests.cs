using Samples.HelpDesk;

namespace DocGen.EndToEnd.Tests;

/// <summary>The sample with plain docs, as its command runs it.</summary>
public sealed class HelpDeskTests
{
    [Fact]
    public async Task The_sample_exits_with_0()
    {
        object? exitCode = await Task.Run(
            () => typeof(HelpDeskServer).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]));

        Assert.Equal(0, exitCode);
    }
}
