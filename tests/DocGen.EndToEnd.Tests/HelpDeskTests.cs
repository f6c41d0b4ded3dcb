using Samples.HelpDesk;

namespace DocGen.EndToEnd.Tests;

/// <summary>The sample with plain docs, as its command runs it.</summary>
public sealed class HelpDeskTests
{
    [Fact]
    public async Task Every_step_of_the_sample_holds()
    {
        object? exitCode = await Task.Run(
            () => typeof(HelpDeskServer).Assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]));

        Assert.Equal(0, exitCode);
    }
}
