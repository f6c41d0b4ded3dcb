using System.Collections;
using System.Reflection;
using DocGen.Generator.Model;
using DocGen.Generator.Pipeline;
using DocGen.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Incremental;

/// <summary>
/// Tests that values between pipeline steps contain no Roslyn or Markdig objects. A symbol or a syntax node would keep
/// a whole compilation in memory, and a location or a Markdig object would make equal pages unequal.
/// </summary>
public class ModelPurityTests
{
    [Fact]
    public void No_step_outputs_an_object_of_Roslyn_or_Markdig()
    {
        GeneratorSession session = new GeneratorSession(DocFolders.ApiDocs).Run();

        foreach (string step in IncrementalTests.Steps.Where(step => step != TrackingNames.Documents))
        {
            object[] outputs = [.. session.Outputs(step)];
            Assert.NotEmpty(outputs);
            Assert.Empty(Walk(outputs).Found);
        }
    }

    // The first step outputs the compiler's SourceText, which has the text of the doc.
    [Fact]
    public void The_first_step_outputs_a_SourceText_and_no_other_Roslyn_object() => Assert.Equal(
        ["Microsoft.CodeAnalysis.Text.SourceText"],
        Walk([.. new GeneratorSession(DocFolders.ApiDocs).Run().Outputs(TrackingNames.Documents)]).Found.Distinct());

    [Fact]
    public void The_object_walk_finds_nested_foreign_objects()
    {
        object[] bad =
        [
            new Dictionary<string, object> { ["a"] = new List<object> { new Holder(Location.None) } },
            new Holder(new Holder(Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("class C;").GetRoot())),
            new object[] { Microsoft.CodeAnalysis.Text.SourceText.From("x") },
            new Holder(new Markdig.Syntax.MarkdownDocument()),
            new DerivedHolder(Location.None),
        ];

        Assert.All(bad, value => Assert.NotEmpty(Walk([value]).Found));
        Assert.Empty(Walk([new Holder(new Holder("fine"))]).Found);
    }

    [Fact]
    public void The_object_walk_reaches_the_whole_model()
    {
        GeneratorSession session = new GeneratorSession(DocFolders.ApiDocs).Run();

        HashSet<Type> seen = Walk(
            [.. session.Outputs(TrackingNames.Pages), .. session.Outputs(TrackingNames.Files)]).Seen;

        Assert.Superset(
            new HashSet<Type>
            {
                typeof(PageModel), typeof(OperationDefinition), typeof(ResourceDefinition), typeof(MemberDefinition),
                typeof(DocText),
                typeof(Anchor), typeof(StructuredType), typeof(Operation), typeof(EnumType), typeof(TypeRef),
            },
            seen);
    }

    private class Holder(object value)
    {
        private readonly object _value = value;

        public override string ToString() => _value.ToString()!;
    }

    private sealed class DerivedHolder(object value) : Holder(value);

    /// <summary>Visits every object that is reached through fields, including private and inherited fields.</summary>
    private static (List<string> Found, HashSet<Type> Seen) Walk(object[] roots)
    {
        var found = new List<string>();
        var seenTypes = new HashSet<Type>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>(roots);
        while (open.TryPop(out object? value))
        {
            Type type = value.GetType();
            if (type.IsPrimitive || type.IsEnum || value is string or Pointer or System.Type
                || (!type.IsValueType && !seen.Add(value)))
                continue;
            seenTypes.Add(type);
            if (Foreign(type) is { } foreign)
            {
                found.Add(foreign);
                continue;
            }

            if (value is IEnumerable items and (Array or IList or IDictionary))
                Push(items.Cast<object?>());
            for (Type? t = type; t is not null; t = t.BaseType)
                Push(
                    t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                        | BindingFlags.DeclaredOnly).Select(f => f.GetValue(value)));
        }

        return (found, seenTypes);

        void Push(IEnumerable<object?> values)
        {
            foreach (object? value in values)
            {
                if (value is not null)
                    open.Push(value);
            }
        }
    }

    /// <summary>
    /// Returns the public Roslyn or Markdig type that is the type or one of its base types; null if there is none.
    /// </summary>
    private static string? Foreign(Type type)
    {
        for (Type? t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            if (t.IsPublic && t.Assembly.GetName().Name is { } name
                && (name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                    || name.StartsWith("Markdig", StringComparison.Ordinal)))
            {
                return t.FullName;
            }
        }

        return null;
    }
}
