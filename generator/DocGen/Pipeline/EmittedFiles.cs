using System.Collections.Concurrent;
using System.Text;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>The files of a page as text, written once, by whichever thread asks first.</summary>
/// <param name="last">What was written before.</param>
internal sealed class EmittedFiles(EquatableArray<ApiFile> files, WrittenFiles last)
{
    private readonly Lazy<WrittenFile[]> _all = new(() => [.. files.Select(last.Write)]);

    public IEnumerable<EmittedFile> All => _all.Value.Select(file => file.Emitted);
}
