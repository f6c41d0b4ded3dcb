using System.Collections.Concurrent;
using System.Text;
using DocGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <param name="Problem">What went wrong, where there is no text.</param>
internal sealed record EmittedFile(string HintName, SourceText? Text, string Problem = "")
{
    /// <summary>An exception that leaves a generator removes everything it emits: one file must not cost the
    /// others.</summary>
    public static EmittedFile Of(string hintName, Func<string> emit)
    {
        try
        {
            return new EmittedFile(hintName, SourceText.From(emit(), Encoding.UTF8));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return new EmittedFile(hintName, null, e.GetType().Name + ": " + e.Message);
        }
    }

    public void AddTo(SourceProductionContext output)
    {
        string problem = Problem;
        try
        {
            if (Text is not null)
                output.AddSource(HintName, Text);
        }
        catch (ArgumentException e)
        {
            // Two files of one name, or a name that the compiler takes for none.
            problem = e.Message;
        }

        if (problem.Length > 0)
            output.ReportDiagnostic(Diagnostic.Create(Rules.InternalError, Location.None,
                FindingSink.Shown(HintName + ": " + problem)));
    }
}
