using System.Runtime.CompilerServices;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>
/// What is remembered from one run to the next changes no result: after any edit a session says and emits what a fresh
/// one does. And it keeps nothing alive that no page says any more.
/// </summary>
[Trait("Speed", "Slow")]
public class RandomEditTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_batch_of_edits_all_is_as_in_a_fresh_run(int seed) => RandomEdits.Check(seed);

    [SdkRoslynTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_any_batch_of_edits_all_is_as_in_a_fresh_run_on_the_SDK_compiler(int seed)
    {
        Assert.NotEqual(RandomEdits.CompilerVersion(), SdkRoslyn.Run(RandomEdits.CompilerVersion));
        SdkRoslyn.Run(RandomEdits.Check, seed);
    }

    [Fact]
    public void A_hint_is_the_one_for_the_names_that_there_are()
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

    // "a copy" sorts first, defines the type too, and so ends what was remembered of the page that did before.
    [Theory]
    [InlineData(5)]
    [InlineData(25)]
    public void Pages_that_were_edited_away_are_kept_by_nothing(int edits)
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
        // The compiler's own tables hold the last run, and the one before until the next.
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
