using System.Collections.Concurrent;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// Everything that a generator stores between runs, apart from Roslyn's own state. It affects the speed of a run, not
/// its result.
/// </summary>
internal sealed class PipelineCache
{
    private readonly ConcurrentDictionary<string, SetCache> _sets = new(StringComparer.Ordinal);

    private readonly NameSet.Cache _names = new();

    /// <summary>Pages, by full path. A doc whose set or options change is not read again.</summary>
    public Cached<(SourceText? Text, string Path), ParsedPage> Pages { get; } = new(
        doc => PageReader.Read(doc.Path, doc.Text?.ToString()));

    /// <summary>The requests that pages show, by full path.</summary>
    public Cached<(SourceText? Text, string Path), ShownRequests> Requests { get; } = new(
        doc => new ShownRequests(RequestExampleReader.Read(doc.Path, doc.Text?.ToString())));

    /// <summary>
    /// Emitted files, by hint name. A file of an edited page is not emitted again if the edit does not affect it.
    /// </summary>
    public Cached<ApiFile, EmittedFile> Files { get; } = new(
        file => EmittedFile.Of(file.HintName, () => FileEmitter.Emit(file)));

    public SetCache Of(DocSet set) => _sets.GetOrAdd(set.Key, static _ => new SetCache());

    /// <summary>Drops the results of removed docs, sets and files.</summary>
    public void KeepOnly(IEnumerable<string> fullPaths, HashSet<string> sets, IEnumerable<string> hintNames)
    {
        NameSet docs = _names.Of("doc", fullPaths);
        Pages.KeepOnly(docs);
        Requests.KeepOnly(docs);
        Files.KeepOnly(_names.Of("file", hintNames));
        foreach (string set in _sets.Keys.Where(set => !sets.Contains(set)))
            _sets.TryRemove(set, out _);
    }
}
