using System.Runtime.CompilerServices;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Tests that a session emits the same files and reports the same findings as a fresh run after random edits, and that
/// its caches keep no replaced page in memory.
/// </summary>
[Trait("Speed", "Slow")]
public class RandomEditTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_session_has_the_same_result_as_a_fresh_run_after_each_batch_of_edits(
        int seed) => RandomEdits.Check(seed);

    [SdkRoslynTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_session_on_the_SDK_compiler_has_the_same_result_as_a_fresh_run_after_each_batch_of_edits(int seed)
    {
        Assert.NotEqual(RandomEdits.CompilerVersion(), SdkRoslyn.Run(RandomEdits.CompilerVersion));
        SdkRoslyn.Run(RandomEdits.Check, seed);
    }

    [Fact]
    public void A_suggestion_is_chosen_from_the_names_that_exist_now()
    {
        string misspelt =
            "# Get gadget\n\nGets it.\n\n## HTTP request\n```http\nGET /gadgets/{id}\n```\n\n## Request body\n" +
            "|Parameter|Type|Description|\n|-|-|-|\n|part|widgt|A part.|\n\n## Response\nReturns `204 No Content`.\n";
        GeneratorSession session = new GeneratorSession(
            [("docs/gadget-get.md", misspelt.Replace("GET", "POST")), ("docs/lamp.md", Resource("lamp", "Bright.")),
                ("docs/widget.md", Resource("widget", "Small."))]).Run();
        Assert.Contains(Report(session), line => line.Contains("did you mean 'widget'?", StringComparison.Ordinal));

        session.Remove("docs/widget.md").Run();
        Assert.DoesNotContain(Report(session), line => line.Contains("did you mean", StringComparison.Ordinal));

        session.Set("docs/lamp.md", Resource("lamp", "Dim.")).Run();
        Assert.DoesNotContain(Report(session), line => line.Contains("did you mean", StringComparison.Ordinal));
    }

    // "a copy.md" defines the type of mast.md and comes first in the order of paths. So the cached result for mast.md
    // is dropped.
    [Theory]
    [InlineData(5)]
    [InlineData(25)]
    public void Replaced_pages_are_garbage_collected(int edits)
    {
        GeneratorSession session = new GeneratorSession(
            [("docs/boat.md", Resource("boat", "0")), ("docs/crew.md", Resource("crew", "0")),
                ("docs/mast.md", Resource("mast", "0"))]).Run();
        session.Set("docs/boat.md", Resource("boat", "1")).Run();
        session.Set("docs/mast.md", Resource("mast", "1")).Run();
        session.Add("docs/a copy.md", Resource("mast", "A copy.")).Run();
        List<WeakReference> pages = Edit(session, edits);

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        // The compiler's tables keep the pages of the last two runs.
        Assert.InRange(pages.Count(page => page.IsAlive), 1, 4);
        GC.KeepAlive(session);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Edit(GeneratorSession session, int edits)
    {
        var pages = new List<WeakReference>();
        for (int edit = 2; edit < edits + 2; edit++)
        {
            string name = edit % 2 == 0 ? "boat" : "crew";
            session.Set($"docs/{name}.md",
                Resource(name, edit.ToString(System.Globalization.CultureInfo.InvariantCulture))).Run();
            pages.Add(new WeakReference(
                session.Outputs(TrackingNames.Models).Cast<PageOfSet>()
                    .Single(page => page.Model.Path == $"docs/{name}.md").Model));
        }

        return pages;
    }

    private static string[] Report(GeneratorSession session) =>
        [.. session.Result.Diagnostics.Select(finding => finding.ToString()).Order(StringComparer.Ordinal)];

    private static string Resource(string name, string words) =>
        $"# {name} resource type\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n|size|Int32|{words}|\n\n" +
        $"## JSON representation\n"
        + $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"sea.{name}\"}} -->\n```json\n{{\"size\": 1}}\n```\n";
}
