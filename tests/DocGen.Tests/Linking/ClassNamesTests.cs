using DocGen.Generator.Model;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Linking;

/// <summary>Tests of the class names of types.</summary>
public class ClassNamesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_class_of_a_type_has_the_same_name_whether_or_not_another_namespace_has_the_type_name(bool isThere)
    {
        (string, string)[] other = isThere ? [("docs/endpoint.md", Resource("net.main.endpoint"))] : [];
        LinkedDocs docs = Docs.Link(
            [
                ("docs/a.md", Resource("net.main.a")), ("docs/b.md", Resource("net.main.b")), .. other,
                ("docs/calls-endpoint.md", Resource("net.main.callLogs.endpoint")),
                ("docs/calls-log.md", Resource("net.main.callLogs.callLog")),
            ]);

        Assert.Equal(
            ["CallLog", "CallLogsEndpoint"],
            docs.Files.SelectMany(file => file.Types)
                .Where(type => type.ODataName!.Contains("callLogs", StringComparison.Ordinal)).Select(type => type.Name)
                .Order(StringComparer.Ordinal));
    }

    private static string Resource(string name) =>
        $"# {name[(name.LastIndexOf('.') + 1)..]} resource type\n\nA thing.\n\n" +
        $"<!-- {{ \"blockType\": \"resource\", \"@odata.type\": \"{name}\" }} -->\n```json\n" +
        $"{{ \"title\": \"String\" }}\n```\n";
}
