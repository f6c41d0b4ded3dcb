using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Samples.Drive;

/// <summary>
/// The behavior if an item with the same name exists: see <c>apidocs/resources/conflictbehavior.md</c>.
/// </summary>
internal enum NameConflict
{
    Fail,
    Replace,
    Rename,
}

/// <summary>The tree of items. <see cref="Locked{T}"/> runs each request under one lock.</summary>
internal sealed class DriveStore
{
    public const string DriveId = "A7";

    /// <summary>The capacity of the drive: 1 GiB.</summary>
    public const long Capacity = 1L << 30;

    private static readonly SearchValues<char> IllegalInNames = SearchValues.Create("/\\:*?\"<>|");

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, StoredItem> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _deleted = new(StringComparer.Ordinal);
    private int _lastId;

    public DriveStore(TimeProvider clock)
    {
        _clock = clock;
        Root = Add("root", parent: null, content: null);
    }

    public StoredItem Root { get; }

    /// <summary>The number of the last change to the drive.</summary>
    public long LastChange { get; private set; }

    public T Locked<T>(Func<DriveStore, T> work)
    {
        lock (_lock)
            return work(this);
    }

    public StoredItem ById(string id) =>
        _byId.TryGetValue(id, out StoredItem? item)
            ? item
            : throw DriveException.NotFound($"There is no item with the id '{id}'.", "idUnknown");

    public static StoredItem ByPath(StoredItem start, string path)
    {
        StoredItem item = start;
        foreach (string name in path.Split('/'))
        {
            item = item.Children?.GetValueOrDefault(name)
                ?? throw DriveException.NotFound($"There is no item at the path '{path}'.", "pathUnknown");
        }

        return item;
    }

    public StoredItem CreateFolder(StoredItem parent, string name, NameConflict conflict) =>
        FindConflict(parent, name) is null ? Add(name, parent, content: null)
        : conflict == NameConflict.Rename ? Add(FreeName(parent, name), parent, content: null)
        : throw DriveException.NameTaken(name);

    public StoredItem CreateFile(StoredItem parent, string name, NameConflict conflict, StoredContent content)
    {
        StoredItem? taken = FindConflict(parent, name);
        if (taken is null)
            return Add(name, parent, content);
        if (conflict == NameConflict.Rename)
            return Add(FreeName(parent, name), parent, content);
        if (conflict == NameConflict.Fail || taken.Content is null)
            throw DriveException.NameTaken(name);

        Replace(taken, content);
        return taken;
    }

    /// <summary>Replaces the content of a file; the old content becomes a version.</summary>
    public void Replace(StoredItem file, StoredContent content)
    {
        file.Versions.Add(new StoredVersion(file.Versions[^1].Number + 1, content, _clock.GetUtcNow()));
        Touch(file);
    }

    /// <summary>
    /// Returns the changes after the change with this number, in order: the changed items and the ids of deleted items.
    /// </summary>
    public IEnumerable<(long Sequence, string Id, StoredItem? Item)> ChangesSince(long sequence) =>
        _byId.Values.Select(static item => (item.Sequence, item.Id, (StoredItem?)item))
            .Concat(_deleted.Select(static gone => (gone.Value, gone.Key, (StoredItem?)null)))
            .Where(change => change.Item1 > sequence)
            .OrderBy(static change => change.Item1);

    /// <summary>
    /// Refuses a name that is invalid, or that is taken and cannot be used with this conflict behavior.
    /// </summary>
    public static void CheckName(StoredItem parent, string name, NameConflict conflict)
    {
        if (FindConflict(parent, name) is { } taken
            && (conflict == NameConflict.Fail || (conflict == NameConflict.Replace && taken.Content is null)))
        {
            throw DriveException.NameTaken(name);
        }
    }

    public StoredItem Copy(StoredItem source, StoredItem parent, string name)
    {
        if (FindConflict(parent, name) is not null)
            throw DriveException.NameTaken(name);

        StoredItem copy = Add(name, parent, source.Content);
        copy.Description = source.Description;
        copy.Tags = source.Tags;
        copy.Extra = source.Extra.DeepClone().AsObject();
        foreach (StoredItem child in source.Children?.Values.ToArray() ?? [])
            Copy(child, copy, child.Name);
        return copy;
    }

    /// <summary>Moves or renames an item; the caller records the change with <see cref="Touch"/>.</summary>
    public static void Move(StoredItem item, StoredItem parent, string name)
    {
        if (item.Parent is null)
            throw new DriveException(403, "accessDenied", "The root of a drive can't be moved or renamed.");
        if (FindConflict(parent, name) is { } taken && taken != item)
            throw DriveException.NameTaken(name);
        if (parent.IsWithin(item))
            throw DriveException.InvalidRequest("A folder can't be moved into itself.");

        item.Parent.Children!.Remove(item.Name);
        item.Parent = parent;
        item.Name = name;
        parent.Children!.Add(name, item);
    }

    public void Delete(StoredItem item)
    {
        if (item.Parent is null)
            throw new DriveException(403, "accessDenied", "The root of a drive can't be deleted.");

        item.Parent.Children!.Remove(item.Name);
        foreach (StoredItem gone in item.WithDescendants())
        {
            _byId.Remove(gone.Id);
            _deleted[gone.Id] = ++LastChange;
        }
    }

    /// <summary>Returns a new unique id, such as <c>A7-share-00000003</c>.</summary>
    public string NextId(string? kind = null) => string.Create(
        CultureInfo.InvariantCulture, $"{DriveId}-{(kind is null ? "" : kind + "-")}{++_lastId:X8}");

    /// <summary>Records a change of an item: sets a new eTag and time.</summary>
    public void Touch(StoredItem item)
    {
        item.Version++;
        item.Modified = _clock.GetUtcNow();
        item.Sequence = ++LastChange;
    }

    private StoredItem Add(string name, StoredItem? parent, StoredContent? content)
    {
        var item = new StoredItem(NextId(), name, parent, content, _clock.GetUtcNow()) { Sequence = ++LastChange };
        parent?.Children!.Add(name, item);
        _byId.Add(item.Id, item);
        return item;
    }

    private static StoredItem? FindConflict(StoredItem parent, string name)
    {
        if (parent.Children is null)
            throw new DriveException(400, "notAFolder", $"The item '{parent.Name}' is a file.");
        if (string.IsNullOrWhiteSpace(name) || name.Length > 255 || name.AsSpan().ContainsAny(IllegalInNames))
            throw DriveException.InvalidRequest($"'{name}' can't be the name of an item.");
        return parent.Children.GetValueOrDefault(name);
    }

    private static string FreeName(StoredItem parent, string name)
    {
        string stem = Path.GetFileNameWithoutExtension(name);
        string extension = Path.GetExtension(name);
        for (int number = 1; ; number++)
        {
            string candidate = string.Create(CultureInfo.InvariantCulture, $"{stem} {number}{extension}");
            if (!parent.Children!.ContainsKey(candidate))
                return candidate;
        }
    }
}

/// <summary>The content of a file.</summary>
internal sealed record StoredContent(byte[] Bytes, string MimeType)
{
    public string Sha256Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
