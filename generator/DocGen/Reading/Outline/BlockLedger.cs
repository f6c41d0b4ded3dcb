using DocGen.Generator.Diagnostics;
using DocGen.Generator.Model;
using Microsoft.CodeAnalysis;

namespace DocGen.Generator.Reading;

/// <summary>
/// Counts a page's annotated blocks. Each block that defines a part of the API is either read into the model or
/// reported. So no block is lost silently.
/// </summary>
internal sealed class BlockLedger(FindingSink sink)
{
    private readonly HashSet<Annotation> _open = [];
    private int _annotated;
    private int _reported;

    /// <summary>
    /// Counts a block. Examples, samples, test parameters, permissions and ignored blocks are not counted, because they
    /// define nothing.
    /// </summary>
    public void Enter(Annotation annotation)
    {
        if (annotation.BlockType is null or "example" or "ignored" or "samples" or "testParams" or "permissions")
            return;
        _annotated++;
        _open.Add(annotation);
    }

    /// <summary>Counts a block whose annotation can't be read. The annotation is already reported.</summary>
    public void EnterUnreadable()
    {
        _annotated++;
        _reported++;
    }

    /// <summary>
    /// Marks a block as read: it is in the model, or it describes a feature of the runtime, such as an opaque URL or an
    /// error.
    /// </summary>
    public void Read(Annotation? annotation)
    {
        if (annotation is not null)
            _open.Remove(annotation);
    }

    /// <summary>Reports a block that is left out of the model, completely or in part.</summary>
    public void LeaveOut(Annotation? annotation, DiagnosticDescriptor rule, int start, int end,
        params string[] arguments)
    {
        sink.Report(rule, start, end, arguments);
        if (annotation is not null && _open.Remove(annotation))
            _reported++;
    }

    public BlockCount Count => new(_annotated, _annotated - _reported - _open.Count, _reported);
}
