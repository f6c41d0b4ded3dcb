using System.Collections;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// An item that the task creates. Replaces MSBuild's class, so that the task does not need the assembly of that class.
/// </summary>
internal sealed class FileItem(string path) : ITaskItem
{
    private readonly Dictionary<string, string> _metadata = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public string ItemSpec { get; set; } = path;

    /// <inheritdoc />
    public ICollection MetadataNames => _metadata.Keys;

    /// <inheritdoc />
    public int MetadataCount => _metadata.Count;

    /// <inheritdoc />
    public string GetMetadata(string metadataName) =>
        _metadata.TryGetValue(metadataName, out string? value) ? value : "";

    /// <inheritdoc />
    public void SetMetadata(string metadataName, string metadataValue) => _metadata[metadataName] = metadataValue;

    /// <inheritdoc />
    public void RemoveMetadata(string metadataName) => _metadata.Remove(metadataName);

    /// <inheritdoc />
    public void CopyMetadataTo(ITaskItem destinationItem)
    {
        foreach (KeyValuePair<string, string> value in _metadata)
            destinationItem.SetMetadata(value.Key, value.Value);
    }

    /// <inheritdoc />
    public IDictionary CloneCustomMetadata() =>
        new Dictionary<string, string>(_metadata, StringComparer.OrdinalIgnoreCase);
}
