using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Tests of a bug in Roslyn 4.8: if a doc is edited after the docs were reordered or a doc was added, the generator
/// gets the row of one doc twice.
/// </summary>
public class RepeatedRowTests
{
    private static readonly (string, string?)[] Docs =
        [Get("docs/boat-get.md"), Get("docs/crew-get.md"), Get("docs/mast-get.md")];

    [Fact]
    public void A_doc_with_two_rows_is_read_once()
    {
        GeneratorSession session = RepeatTheSecond(Docs);

        Assert.Equal(["ApiClient.g.cs", "Boat.g.cs", "Crew.g.cs", "Mast.g.cs"], session.Sources.Keys);
        Assert.Equal(["DG0501 boat-get.md:13", "DG0501 crew-get.md:13", "DG0501 mast-get.md:13"], session.Diagnostics);
    }

    [Fact]
    public void A_doc_with_two_rows_can_be_edited_and_removed()
    {
        GeneratorSession session = RepeatTheSecond(Docs);

        session.Edit("docs/crew-get.md", text => text.Replace("/crews", "/sailors", StringComparison.Ordinal)).Run();
        Assert.Contains("/sailors", session.Sources["Crew.g.cs"], StringComparison.Ordinal);

        session.Remove("docs/crew-get.md").Run();
        Assert.Equal(["ApiClient.g.cs", "Boat.g.cs", "Mast.g.cs"], session.Sources.Keys);
        Assert.Equal(["DG0501 boat-get.md:13", "DG0501 mast-get.md:13"], session.Diagnostics);
    }

    // One doc is below the project's folder and one below the root. For the generator, the path of both is
    // "docs/crew-get.md".
    [Fact]
    public void Two_docs_with_the_same_path_stay_separate_if_one_has_two_rows()
    {
        GeneratorSession session = RepeatTheSecond([Docs[0], Docs[1], Get("/docs/crew-get.md")]);

        Assert.Equal(["ApiClient.g.cs", "Boat.g.cs", "Crew.g.cs"], session.Sources.Keys);
        Assert.Single(session.Result.Diagnostics, found => found.Id == "DG0011");
    }

    [Fact]
    public void The_example_responses_of_a_doc_with_two_rows_are_emitted_once()
    {
        GeneratorSession session = RepeatTheSecond(Docs, ("DocGenExamplesOnly", "true"));

        GeneratorSession fresh = new GeneratorSession(Docs).Configure("DocGenExamplesOnly", "true").Run();
        Assert.Equal(fresh.Sources, session.Sources);
    }

    /// <summary>Returns a session in which the second of three docs has two rows.</summary>
    private static GeneratorSession RepeatTheSecond(
        (string Path, string? Text)[] docs, params (string Name, string Value)[] options)
    {
        var session = new GeneratorSession(docs);
        foreach ((string name, string value) in options)
            session.Configure(name, value);
        session.Run();
        session.Update([docs[2], docs[0], docs[1]]).Run();
        session.Edit(docs[2].Path, text => text + "\nMore.\n").Run();
        Assert.Equal(docs.Length + 1, session.Outputs(TrackingNames.Documents).Count());
        return session;
    }

    private static (string, string?) Get(string path)
    {
        string name = Path.GetFileName(path).Split('-')[0];
        return (path, $$"""
            # Get {{name}}

            ## HTTP request
            ```http
            GET /{{name}}s/{id}
            ```

            ## Response
            Returns `200 OK`.

            ## See also

            [Nowhere](nowhere.md)

            <!-- {"blockType": "request", "name": "get_{{name}}"} -->
            ```http
            GET https://sea.example.com/{{name}}s/1
            ```
            <!-- {"blockType": "response", "@odata.type": "Edm.Int32"} -->
            ```http
            HTTP/1.1 200 OK
            Content-Type: application/json

            {"value": 1}
            ```
            """);
    }
}
