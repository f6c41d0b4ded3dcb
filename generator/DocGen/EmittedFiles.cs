using System.Collections.Concurrent;
using System.Text;
using DocGen.Generator.Diagnostics;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator;

/// <summary>The files of a page as text, written once, by whichever thread asks first.</summary>
/// <param name="last">What was written before.</param>
internal sealed class EmittedFiles(EquatableArray<ApiFile> files, WrittenFiles last)
{
    private readonly Lazy<WrittenFile[]> _all = new(() => [.. files.Select(last.Write)]);

    public IEnumerable<EmittedFile> All => _all.Value.Select(file => file.Emitted);
}

/// <summary>
/// The last text of each file, for as long as the compiler has it: of the files that an edited page owns, those which show nothing
/// of the edit are not written again.
/// </summary>
internal sealed class WrittenFiles
{
    private readonly ConcurrentDictionary<string, WeakReference<WrittenFile>> _last = new(StringComparer.Ordinal);

    public WrittenFile Write(ApiFile file)
    {
        if (_last.TryGetValue(file.HintName, out WeakReference<WrittenFile>? last) && last.TryGetTarget(out WrittenFile? known) && known.File == file)
            return known;
        var written = new WrittenFile(file, EmittedFile.Of(file.HintName, () => FileEmitter.Emit(file)));
        _last[file.HintName] = new WeakReference<WrittenFile>(written);
        return written;
    }
}

internal sealed record WrittenFile(ApiFile File, EmittedFile Emitted);

/// <param name="Problem">What went wrong, where there is no text.</param>
internal sealed record EmittedFile(string HintName, SourceText? Text, string Problem = "")
{
    /// <summary>An exception that leaves a generator removes everything it emits: one file must not cost the others.</summary>
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
            output.ReportDiagnostic(Diagnostic.Create(Rules.InternalError, Location.None, FindingSink.Shown(HintName + ": " + problem)));
    }
}
