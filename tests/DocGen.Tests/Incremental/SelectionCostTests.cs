using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;

namespace DocGen.Tests.Incremental;

/// <summary>Tests that a selection of operations causes no additional work after an edit.</summary>
public class SelectionCostTests
{
    private static readonly string[] Names = ["boat", "crew", "harbor", "mast", "sail"];

    [Theory]
    [InlineData("", "")]
    [InlineData("*.*", "")]
    [InlineData("Boats.*|Crews.*", "")]
    [InlineData("", "Sails.*")]
    public void A_property_edit_recreates_only_the_types_of_its_page(string include, string exclude)
    {
        GeneratorSession session = new GeneratorSession(Names.SelectMany(Pages))
            .Configure("DocGenInclude", include).Configure("DocGenExclude", exclude).Run();
        Dictionary<string, object> before = Made(session);

        session.Edit("docs/boat.md", text => text.Replace("|size|Int32|", "|size|Int64|")).Run();

        Assert.Equal((1, 1), session.Count(TrackingNames.Pages));
        Assert.Equal(1, session.Count(TrackingNames.Files).Changed);
        Assert.Equal(["Boat.g.cs"], session.Touched);
        IEnumerable<string> again = Made(session).Where(made => made.Value != before[made.Key])
            .Select(made => made.Key);
        Assert.Equal(["type Boat"], again);
    }

    /// <summary>Returns the objects of all types, enums and operations from the last run of linking.</summary>
    private static Dictionary<string, object> Made(GeneratorSession session)
    {
        LinkedSets sets = session.Outputs(TrackingNames.Apis).Cast<LinkedSets>().Single();
        IEnumerable<PageOfSet> pages = session.Outputs(TrackingNames.Models).Cast<PageOfSet>();
        ApiFile[] files = [.. pages.SelectMany(page => sets.FilesOf(page))];
        return files.SelectMany(file => file.Types).Select(type => ("type " + type.Name, (object)type))
            .Concat(files.SelectMany(file => file.Enums).Select(type => ("enum " + type.Name, (object)type)))
            .Concat(files.SelectMany(file => file.Operations?.Operations ?? default)
                .Select(operation => ("operation " + operation.RequestClass, (object)operation)))
            .ToDictionary(made => made.Item1, made => made.Item2);
    }

    // Each type has a derived type, an enum, and a property whose type is the next type. So a selection reaches more
    // types than its patterns match.
    private static IEnumerable<(string Path, string? Text)> Pages(string name)
    {
        string next = Names[(Array.IndexOf(Names, name) + 1) % Names.Length];
        string Resource(string type, string rest, string properties, string json) =>
            $"# {type} resource type\n\n## Properties\n|Property|Type|Description|\n|-|-|-|\n{properties}\n"
            + $"<!-- {{\"blockType\": \"resource\", \"@odata.type\": \"sea.{type}\"{rest}}} -->\n"
            + $"```json\n{json}\n```\n";
        yield return ($"docs/{name}.md", Resource(
            name, "",
            $"|size|Int32|How big.|\n|next|[{next}]({next}.md)|The next.|\n|mood|{name}Mood|How it is.|\n\n"
            + $"### {name}Mood values\n|Member|Description|\n|-|-|\n|calm|Flat.|\n|rough|High.|\n",
            "{\"size\": 1, \"next\": {\"size\": 1}, \"mood\": \"calm\"}"));
        yield return ($"docs/old{name}.md", Resource(
            "old" + name, $", \"baseType\": \"sea.{name}\"", "|age|Int32|How old.|\n", "{\"age\": 1}"));
        yield return ($"docs/{name}-get.md",
            $"# Get {name}\n\n## HTTP request\n```http\nGET /{name}s/{{id}}\n```\n\n## Response\n"
            + $"Returns `200 OK` and a [{name}]({name}.md).\n");
    }
}
