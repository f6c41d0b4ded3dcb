using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>Tests of the work after an edit in an examples project, which has one emitted file.</summary>
public class ExamplePageTests
{
    private const string GetPage = "docs/note-get.md";

    [Fact]
    public void An_edit_of_CSharp_code_runs_no_step()
    {
        GeneratorSession session = Start().Type("class C { }").Run();

        Assert.Equal((0, 0), session.Count(TrackingNames.Documents));
        Assert.Equal((0, 0), session.Count(TrackingNames.Examples));
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void An_edit_outside_the_examples_reads_one_page_and_emits_nothing()
    {
        GeneratorSession session = Start().Edit(GetPage, static text => text + "\n## Remarks\nSome words.\n").Run();

        Assert.Equal((1, 0), session.Count(TrackingNames.Examples));
        Assert.Empty(session.Touched);
    }

    [Fact]
    public void An_edit_of_an_example_response_reads_one_page_and_emits_the_file()
    {
        GeneratorSession session = Start()
            .Edit(GetPage, static text => text.Replace("first", "second", StringComparison.Ordinal)).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Examples));
        Assert.Equal(["ApiClientExamples.g.cs"], session.Touched);
        Assert.Contains("second", session.Sources["ApiClientExamples.g.cs"], StringComparison.Ordinal);
        Assert.Contains("third", session.Sources["ApiClientExamples.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorSession Start()
    {
        GeneratorSession session =
            new GeneratorSession([(GetPage, Page("Get", "first")), ("docs/note-list.md", Page("List", "third"))])
            .Configure("DocGenExamplesOnly", "true").Run();
        Assert.Equal((2, 2), session.Count(TrackingNames.Examples));
        Assert.Equal((0, 0), session.Count(TrackingNames.Pages));
        Assert.Equal(["ApiClientExamples.g.cs"], session.Touched);
        Assert.Empty(session.Problems());
        return session;
    }

    private static string Page(string verb, string text) => $$"""
        # {{verb}} note

        ## HTTP request
        ```http
        GET /notes/{{verb}}
        ```
        ## Response
        Returns `200 OK` and the text.

        <!-- { "blockType": "response" } -->
        ```http
        HTTP/1.1 200 OK
        Content-Type: application/json

        { "text": "{{text}}" }
        ```
        """;
}
