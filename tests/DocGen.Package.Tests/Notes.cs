namespace DocGen.Package.Tests;

/// <summary>The docs of an API with one operation and one resource.</summary>
internal static class Notes
{
    /// <summary>The page of the operation.</summary>
    public const string GetPage = """
        # Get a note

        Gets a note by its id.

        ## HTTP request

        <!-- { "blockType": "ignored" } -->
        ```http
        GET /notes/{note-id}
        ```

        ## Response

        If successful, this method returns a `200 OK` response code and a [note](../resources/note.md) in the response
        body.

        ## Example

        <!-- { "blockType": "request", "name": "get_note" } -->
        ```http
        GET https://notes.contoso.com/v1/notes/7
        ```

        <!-- { "blockType": "response", "@odata.type": "contoso.note" } -->
        ```http
        HTTP/1.1 200 OK
        Content-type: application/json

        {
          "id": "7",
          "text": "Buy milk"
        }
        ```
        """;

    /// <summary>Returns the page of the resource, with one more property.</summary>
    public static string ResourcePage(string property) => $$"""
        # note resource type

        A few words to remember.

        ## Properties

        | Property | Type | Description |
        |:---------|:-----|:------------|
        | id | String | The id of the note. |
        | text | String | What to remember. |
        | {{property}} | String | Something besides. |

        ## JSON representation

        <!-- { "blockType": "resource", "@odata.type": "contoso.note", "keyProperty": "id" } -->
        ```json
        {
          "id": "String",
          "text": "String",
          "{{property}}": "String"
        }
        ```
        """;
}
