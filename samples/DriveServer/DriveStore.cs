using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;

namespace Samples.Drive;

/// <summary>What happens if an item of the same name exists: see <c>apidocs/resources/conflictbehavior.md</c>.</summary>
internal enum NameConflict
{
    Fail,
    Replace,
    Rename,
}

/// <summary>The tree of items. One lock guards it: <see cref="Locked{T}"/> makes a request one step.</summary>
internal sealed class DriveStore
{
    public const string DriveId = "A7";

    private static readonly SearchValues<char> IllegalInNames = SearchValues.Create("/\\:*?\"<>|");

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, StoredItem> _byId = new(StringComparer.Ordinal);
    private int _lastId;

    public DriveStore(TimeProvider clock)
    {
        _clock = clock;
        Root = Add("root", parent: null, content: null);
    }

    public StoredItem Root { get; }

    public T Locked<T>(Func<DriveStore, T> work)
    {
        lock (_lock)
            return work(this);
    }

    public StoredItem ById(string id) =>
        _byId.TryGetValue(id, out StoredItem? item)
            ? item
            : throw DriveException.NotFound($"There is no item with the id '{id}'.", "idUnknown");

    public StoredItem ByPath(string path)
    {
        StoredItem item = Root;
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

        taken.Content = content;
        Touch(taken);
        return taken;
    }

    /// <summary>Refuses a name that is not legal, or that a request with this conflict behavior can't take.</summary>
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
            _byId.Remove(gone.Id);
    }

    /// <summary>The item has changed: a new eTag and a new time.</summary>
    public void Touch(StoredItem item)
    {
        item.Version++;
        item.Modified = _clock.GetUtcNow();
    }

    private StoredItem Add(string name, StoredItem? parent, StoredContent? content)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{DriveId}-{++_lastId:X8}");
        var item = new StoredItem(id, name, parent, content, _clock.GetUtcNow());
        parent?.Children!.Add(name, item);
        _byId.Add(id, item);
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
