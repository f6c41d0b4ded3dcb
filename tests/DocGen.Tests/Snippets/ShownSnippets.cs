using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using DocGen.Generator.Snippets;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Snippets;

/// <summary>Writes the requests on the pages of a test as snippets.</summary>
internal static class ShownSnippets
{
    /// <summary>The snippets of all requests, in the order of the pages.</summary>
    public static Snippet[] Of(params (string Path, string Text)[] pages)
    {
        LinkedDocs docs = Docs.Link(pages);
        SnippetWriter writer = SnippetWriter.Of([.. docs.Files], "https://library.example.com/v1");
        return [.. pages.SelectMany(
            page => RequestExampleReader.Read(page.Path, page.Text)
                .Select(request => writer.Write(page.Path, request)))];
    }

    /// <summary>The code of the only request on the pages.</summary>
    public static string CodeOf(params (string Path, string Text)[] pages) =>
        Assert.Single(Of(pages)).Code!.TrimEnd('\n');

    /// <summary>Returns a page with URL templates and an example.</summary>
    public static (string Path, string Text) Page(string path, string templates, string example, string more = "",
        string answer = "HTTP/1.1 204 No Content") => (path, $$"""
        # A page

        ## HTTP request

        ```http
        {{templates}}
        ```

        {{more}}

        ## Example

        <!-- {"blockType": "request", "name": "{{Path.GetFileNameWithoutExtension(path)}}"} -->
        ```http
        {{example}}
        ```

        <!-- {"blockType": "response"} -->
        ```http
        {{answer}}
        ```
        """);

    /// <summary>Returns a resource page with rows of its property table and additional annotation keys.</summary>
    public static (string Path, string Text) Resource(string name, string rows, string annotation = "") =>
        ($"docs/{name}.md", $$"""
        # {{name}} resource type

        A {{name}}.

        ## Properties

        | Property | Type | Description |
        |:---|:---|:---|
        {{rows}}

        ## JSON representation

        <!-- {"blockType": "resource", "@odata.type": "lib.{{name}}"{{annotation}}} -->
        ```json
        {"@odata.type": "lib.{{name}}"}
        ```
        """);
}
