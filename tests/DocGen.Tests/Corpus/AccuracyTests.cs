using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DocGen.Corpus;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Corpus;

/// <summary>Tests of the comparison of a model with the metadata of a service.</summary>
public class AccuracyTests
{
    private const string Metadata = """
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
          <Schema Namespace="x" xmlns="http://docs.oasis-open.org/odata/ns/edm">
            <EntityType Name="entity"><Property Name="id" Type="Edm.String" /></EntityType>
            <EntityType Name="item" BaseType="x.entity"><Property Name="size" Type="Edm.Int64" />
              <Property Name="kind" Type="x.kind" />
              <NavigationProperty Name="children" Type="Collection(x.item)" /></EntityType>
            <EntityType Name="file" BaseType="x.item" />
            <ComplexType Name="unknown"><Property Name="a" Type="Edm.String" /></ComplexType>
            <EnumType Name="kind"><Member Name="one" Value="0" /><Member Name="two" Value="1" /></EnumType>
            <Action Name="copy" IsBound="true"><Parameter Name="this" Type="x.item" />
              <Parameter Name="name" Type="Edm.String" />
              <Parameter Name="to" Type="x.item" /><ReturnType Type="x.item" /></Action>
            <Function Name="find" IsBound="true"><Parameter Name="this" Type="x.item" />
              <Parameter Name="q" Type="Edm.String" />
              <ReturnType Type="Collection(x.item)" /></Function>
          </Schema></edmx:DataServices></edmx:Edmx>
        """;

    private static readonly ApiModelDocument Model = new(
        [
            new("item", null, false, [new("Id", "String", false), new("size", "Int32", false),
                new("children", "item", true), new("more", "String", false)]),
            new("file", "item", false, []),
            new("extra", null, false, []),
            new("hole", null, true, []),
        ],
        [new("kind", ["one", "three"])],
        [
            new("p.md", ["p.md"], "Copy", "POST", ["/items/{id}/copy"],
                [new("name", "body", "String", false), new("x", "body", "String", false),
                    new("id", "path", "String", false)], new("json", null, false),
                [new(202, null, false), new(200, "item", false)]),
            new("q.md", ["q.md"], "Find", "GET", ["/items/find(q='{q}')"], [new("q", "function", "Int32", false)], null,
                [new(200, "item", false)]),
            new("r.md", ["r.md"], "Get", "GET", ["/items/{id}"], [], null, [new(200, "item", false)]),
        ]);

    [Fact]
    public void Every_figure_equals_the_value_computed_by_hand()
    {
        Dictionary<string, double> figures = Measure(Model);

        Assert.Equal(
            new Dictionary<string, double>
            {
                // The type item lacks the property kind, file inherits all properties of item, and id is a string in
                // both.
                ["types_truth"] = 4,
                ["types_found"] = 2,
                ["types_extra"] = 1,
                ["property_recall"] = 0.75,
                ["property_precision"] = 0.75,
                ["property_type_right"] = 0.6667,
                ["base_right"] = 1,
                ["enums_truth"] = 1,
                ["enums_found"] = 1,
                ["enums_extra"] = 0,
                ["enum_member_recall"] = 0.5,
                ["enum_member_precision"] = 0.5,
                ["properties_compared"] = 6,
                ["calls_truth"] = 2,
                ["calls_found"] = 2,
                ["calls_compared"] = 2,
                ["call_parameter_recall"] = 0.6667,
                ["call_parameter_precision"] = 0.6667,
                ["call_parameter_type_right"] = 0.5,
                ["call_return_right"] = 0.5,
            },
            figures);
    }

    [SharedDocsFact("tools")]
    public void The_figures_equal_those_of_the_shared_script() => AssertSameAsScript(WriteMetadata(), Model);

    [SharedDocsFact("corpus/graph-v1.0")]
    public void The_figures_for_the_Graph_docs_equal_those_of_the_shared_script() =>
        AssertSameAsScript(Path.Combine(SharedCorpus.Graph.Folder, "metadata.xml"),
            ApiModelDocument.From(SharedCorpus.Graph.Api.Files));

    private static Dictionary<string, double> Measure(ApiModelDocument model) =>
        Accuracy.Measure(WriteMetadata(), model).ToDictionary();

    private static void AssertSameAsScript(string metadata, ApiModelDocument model)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory("docgen-model").FullName, "model.json");
        model.Save(path);
        using JsonDocument script = JsonDocument.Parse(RunScript(metadata, path));
        string[] theirs = [.. script.RootElement.EnumerateObject()
            .Select(p => $"{p.Name} {p.Value.GetDouble().ToString(CultureInfo.InvariantCulture)}")];
        string[] ours = [.. Accuracy.Measure(metadata, model)
            .Select(f => $"{f.Key} {f.Value.ToString(CultureInfo.InvariantCulture)}")];
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

        Assert.Equal(theirs, ours);
    }

    private static string RunScript(string metadata, string model)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true };
        foreach (string argument in (string[])[Path.Combine(DocFolders.Shared!, "tools", "score.py"), metadata, model])
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static string WriteMetadata()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "small-metadata.xml");
        File.WriteAllText(path, Metadata);
        return path;
    }
}
