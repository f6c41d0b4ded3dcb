using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.BadInput;

/// <summary>Tests of exceptions in page readers.</summary>
public class FindingSinkTests
{
    [Fact]
    public void An_exception_skips_only_its_block_and_is_reported_there()
    {
        var sink = new FindingSink(new LineMap("one\ntwo\nthree"), "docs/page.md");
        int read = 0;

        sink.Guard(0, 3, () => read++);
        sink.Guard(4, 7, () => throw new InvalidOperationException("Odd."));
        sink.Guard(8, 13, () => read++);

        Assert.Equal(2, read);
        Assert.Equal(["DG0016(2,1): Odd."], sink.Findings.Select(f => Docs.Show(f.RuleId, f.Span, f.Arguments)));
    }
}
