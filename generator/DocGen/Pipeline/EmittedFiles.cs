using DocGen.Generator.Model;

namespace DocGen.Generator.Pipeline;

/// <summary>The text of a page's files. The first thread that reads them emits them.</summary>
/// <param name="cache">Contains the files that an edit does not affect.</param>
internal sealed class EmittedFiles(EquatableArray<ApiFile> files, PipelineCache cache)
{
    private readonly Lazy<EmittedFile[]> _all = new(
        () => [.. files.Select(file => cache.Files.Get(file.HintName, file))]);

    public IEnumerable<EmittedFile> All => _all.Value;
}
