using Samples.HelpDesk;

namespace DocGen.EndToEnd.Tests;

/// <summary>Runs the sample HelpDesk, which has plain docs.</summary>
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
