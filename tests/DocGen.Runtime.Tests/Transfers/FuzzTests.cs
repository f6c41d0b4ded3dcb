using DocGen.Fuzz;

namespace DocGen.Runtime.Tests.Transfers;

/// <summary>A short version of what <c>tests/DocGen.Fuzz</c> runs at length.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("uploads", 40)]
    [InlineData("downloads", 150)]
    public async Task Nothing_is_lost_in_cases_that_seeds_make(string fuzzer, int cases)
    {
        FuzzReport report = await FuzzRun.RunAsync(Fuzzers.Named(fuzzer), seed: 1, cases, TimeSpan.FromMinutes(10));

        using var text = new StringWriter();
        report.Write(text);
        Assert.True(report.IsClean, text.ToString());
        Assert.Equal(cases, report.Cases);
        Assert.True(report.Outcomes.ContainsKey("complete") && report.Outcomes.Count > 1, text.ToString());
    }
}
