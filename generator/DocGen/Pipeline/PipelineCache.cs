using System.Collections.Concurrent;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using DocGen.Generator.Reading;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

/// <summary>
/// All data that a generator stores between runs, apart from Roslyn's state. The data affects the speed of a run, but
/// not its result.
/// </summary>
internal sealed class PipelineCache
{
    private readonly ConcurrentDictionary<string, SetCache> _sets = new(StringComparer.Ordinal);

    private readonly NameSet.Cache _names = new();

    /// <summary>Pages, by full path. If the set or the options of a doc change, the doc is not read again.</summary>
    public Cached<(SourceText? Text, string Path), ParsedPage> Pages { get; } = new(
        doc => PageReader.Read(doc.Path, doc.Text?.ToString()));

    /// <summary>The requests on pages, by full path.</summary>
    public Cached<(SourceText? Text, string Path), ShownRequests> Requests { get; } = new(
        doc => new ShownRequests(RequestExampleReader.Read(doc.Path, doc.Text?.ToString())));

    /// <summary>
    /// Emitted files, by hint name. If a page is edited, only the files that the edit affects are emitted again.
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
