using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Reading;

/// <summary>Tests of the arguments of OData functions in URLs.</summary>
public class FunctionArgumentsTests
{
    [Theory]
    [InlineData("sort(by={by})", "by", "order", nameof(TypeKind.Enum))]
    [InlineData("sort(by=pond.order'{by}')", "", "", nameof(TypeKind.Enum))]
    [InlineData("sort(by='{by}')", "by", "order", nameof(TypeKind.Enum))]
    [InlineData("sort(by='2026-01-01')", "by", "string (timestamp)", nameof(TypeKind.String))]
    [InlineData("sort(by=2026-01-01)", "by", "string (timestamp)", nameof(TypeKind.DateTimeOffset))]
    [InlineData("sort(by={by})", "by", "unheardOf", nameof(TypeKind.String))]
    public void A_function_argument_has_the_type_from_its_table_row_or_from_its_literal(
        string function, string row, string type, string expected)
    {
        LinkedDocs docs = Docs.Link(
            ("docs/enums.md", """
                ### order values
                |Member|
                |:-|
                |up|
                |down|
                """),
            ("docs/pond-sort.md", $$"""
                ## HTTP request
                ```http
                GET /ponds/{id}/{{function}}
                ```
                ## Function parameters
                |Property|Type|Description|
                |:-|:-|:-|
                |{{row}}|{{type}}|The order.|
                """));

        OptionParameter argument = Assert.Single(docs.Operation("Ponds.Sort").Options);
        Assert.Equal((OptionLocation.Function, expected), (argument.Location, argument.Type.Kind.ToString()));
    }

    [Theory]
    [InlineData("getHeaviest", "GET /ponds/7/getHeaviest", true)]
    [InlineData("fishes", "GET /ponds/7/fishes", false)]
    [InlineData("fishes", "GET /ponds/7/fishes(size=3)", true)]
    [InlineData("fishes", "GET /ponds/7/fishes\nContent-Type: application/json\n\n{ \"size\": 3 }", true)]
    public void A_parameter_table_lists_function_arguments_only_if_the_URL_ends_with_a_function_call(string word,
        string example, bool isArgument)
    {
        LinkedDocs docs = Docs.Link(("docs/pond-list-" + word + ".md", $"""
            # List {word}

            ## HTTP request
            ```http
            GET /ponds/{"{id}"}/{word}
            ```

            ## Parameters
            | Name | Type  | Description |
            |:-----|:------|:------------|
            | size | Int32 | The least.  |

            ## Example
            <!-- {"{"}"blockType": "request", "name": "n"{"}"} -->
            ```http
            {example}
            ```
            <!-- {"{"}"blockType": "response"{"}"} -->
            ```http
            HTTP/1.1 200 OK
            ```
            """));

        Operation operation = docs.Files.Select(file => file.Operations).OfType<OperationGroup>().Single().Operations
            .Single();
        Assert.Equal(isArgument, operation.Options.Any(option => option.Location == OptionLocation.Function));
        Assert.Null(operation.Body);
    }
}
