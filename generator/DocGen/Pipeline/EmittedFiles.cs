using DocGen.Generator.Model;

namespace DocGen.Generator.Pipeline;

/// <summary>The files of a page as text, emitted once by the first thread that reads them.</summary>
/// <param name="cache">Holds the files that an edit does not affect.</param>
internal sealed class EmittedFiles(EquatableArray<ApiFile> files, PipelineCache cache)
{
    private readonly Lazy<EmittedFile[]> _all = new(
        () => [.. files.Select(file => cache.Files.Get(file.HintName, file))]);

    public IEnumerable<EmittedFile> All => _all.Value;
}
