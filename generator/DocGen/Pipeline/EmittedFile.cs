using System.Collections.Concurrent;
using System.Text;
using DocGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <param name="Problem">The error message if there is no text.</param>
internal sealed record EmittedFile(string HintName, SourceText? Text, string Problem = "")
{
    /// <summary>
    /// Emits a file. An exception becomes the problem of this file, because an exception that leaves a generator would
    /// remove all its output.
    /// </summary>
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
            // Two files have the same name, or the compiler rejects the name.
            problem = e.Message;
        }

        if (problem.Length > 0)
            output.ReportDiagnostic(Diagnostic.Create(Rules.InternalError, Location.None,
                FindingSink.Shown(HintName + ": " + problem)));
    }
}
