using System.Collections.Concurrent;
using System.Text;
using DocGen.Generator.Emission;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DocGen.Generator.Pipeline;

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
