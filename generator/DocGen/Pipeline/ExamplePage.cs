using System.Collections.Immutable;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DocGen.Generator.Pipeline;

/// <summary>The example responses of a page, with the doc set and the model of the page.</summary>
internal sealed record ExamplePage(string FullPath, DocSet Set, PageModel Model, EquatableArray<ExampleAnswer> Answers)
{
    public static ExamplePage Read(Document document, PipelineCache cache)
    {
        string? text = document.Text?.ToString();
        return new ExamplePage(document.FullPath, document.Set, document.Read(cache).Model,
            AnswerReader.Read(document.Path, text));
    }
}
