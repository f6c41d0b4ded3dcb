using DocGen.Generator.Model;

namespace DocGen.Generator.Pipeline;

/// <summary>The files of a page as text, written once, by whichever thread asks first.</summary>
/// <param name="cache">Has the files that show nothing of an edit.</param>
internal sealed class EmittedFiles(EquatableArray<ApiFile> files, PipelineCache cache)
{
    private readonly Lazy<EmittedFile[]> _all = new(
        () => [.. files.Select(file => cache.Files.Get(file.HintName, file))]);

    public IEnumerable<EmittedFile> All => _all.Value;
}
