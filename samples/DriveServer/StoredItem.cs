using System.Globalization;
using System.Text.Json.Nodes;

namespace Samples.Drive;

/// <summary>A file (with content) or a folder (with children).</summary>
internal sealed class StoredItem(
    string id, string name, StoredItem? parent, StoredContent? content, DateTimeOffset created)
{
    // Names are case-insensitive, independent of culture.
    private static readonly StringComparer Names = StringComparer.OrdinalIgnoreCase;

    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public StoredItem? Parent { get; set; } = parent;

    /// <summary>The current content of a file; earlier contents are in <see cref="Versions"/>.</summary>
    public StoredContent? Content => Versions.Count == 0 ? null : Versions[^1].Content;

    /// <summary>All contents of a file, the newest last; empty for folders.</summary>
    public List<StoredVersion> Versions { get; } = content is null ? [] : [new StoredVersion(1, content, created)];

    public List<StoredPermission> Permissions { get; } = [];

    /// <summary>The number of the item's last change, in the order of changes to the drive.</summary>
    public long Sequence { get; set; }

    public SortedDictionary<string, StoredItem>? Children { get; } =
        content is null ? new SortedDictionary<string, StoredItem>(Names) : null;

    public string? Description { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    /// <summary>The members that the resource, an open type, doesn't define.</summary>
    public JsonObject Extra { get; set; } = [];

    public int Version { get; set; } = 1;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset Modified { get; set; } = created;

    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{Id},{Version}\"");

    public long Size => Content?.Bytes.Length ?? Children!.Values.Sum(static child => child.Size);

    public string Path => Parent is null ? "/drive/root:" : Parent.Path + "/" + Name;

    public bool IsWithin(StoredItem other) => this == other || Parent?.IsWithin(other) == true;

    public bool Mentions(string text) =>
        (Tags ?? []).Append(Name).Append(Description)
            .Any(words => words?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    public IEnumerable<StoredItem> WithDescendants() =>
        (Children?.Values.SelectMany(static child => child.WithDescendants()) ?? []).Prepend(this);
}

/// <summary>A version of a file's content: see <c>apidocs/resources/driveitemversion.md</c>.</summary>
internal sealed record StoredVersion(int Number, StoredContent Content, DateTimeOffset Written)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Number}.0");
}
