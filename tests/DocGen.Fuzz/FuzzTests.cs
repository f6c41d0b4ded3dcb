namespace DocGen.Fuzz;

/// <summary>Runs each fuzzer for a short time.</summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("uploads", 40, "complete")]
    [InlineData("downloads", 150, "complete")]
    [InlineData("pages", 8, "compiles")]
    [InlineData("names", 12, "compiles")]
    [InlineData("keywords", 8, "compiles")]
    [InlineData("openers", 4, "linear")]
    [InlineData("edits", 2, "as a fresh run")]
    [InlineData("filenames", 300, "passed on")]
    public async Task No_case_of_a_short_run_fails(string fuzzer, int cases, string outcome)
    {
        FuzzReport report = await FuzzRun.RunAsync(Fuzzers.Named(fuzzer), seed: 1, cases, TimeSpan.FromMinutes(10));

        using var text = new StringWriter();
        report.Write(text);
        Assert.True(report.IsClean, text.ToString());
        Assert.Equal(cases, report.Cases);
        Assert.True(report.Outcomes.ContainsKey(outcome), text.ToString());
    }
}
