using System.Collections;

namespace DocGen.Infrastructure;

/// <summary>
/// A list that tracks whether it, or one of its items, was changed since it was read. It stores the items itself: a
/// page has hundreds of small lists, and <c>Collection&lt;T&gt;</c> would need two objects for each.
/// </summary>
/// <param name="items">The items that were read; the list takes ownership.</param>
internal sealed class TrackedList<T>(T[] items) : IList<T>, IReadOnlyList<T>, IChangeTracking, ICloneable
{
    private T[] _items = items;
    private bool _changed;

    public int Count { get; private set; } = items.Length;

    public bool IsReadOnly => false;

    public bool IsChanged
    {
        get
        {
            if (_changed)
                return true;
            foreach (T item in Items)
            {
                if (item is ApiResource { HasChanges: true } or IChangeTracking { IsChanged: true })
                    return true;
            }
            return false;
        }
    }

    private Span<T> Items => _items.AsSpan(0, Count);

    public T this[int index]
    {
        get => _items[Checked(index, Count)];
        set
        {
            _items[Checked(index, Count)] = value;
            _changed = true;
        }
    }

    /// <summary>Creates a deep copy with the same change state.</summary>
    public object Clone() => new TrackedList<T>(Array.ConvertAll(Items.ToArray(), CopyOf.Item)) { _changed = _changed };

    /// <summary>
    /// Returns a tracked list whose current content counts as unchanged: the given list if it is already a tracked
    /// list, otherwise a copy.
    /// </summary>
    public static TrackedList<T> Accepted(IList<T> list)
    {
        TrackedList<T> accepted = list as TrackedList<T> ?? new TrackedList<T>([.. list]);
        accepted.AcceptChanges();
        return accepted;
    }

    /// <summary>Marks the list and its items as unchanged.</summary>
    public void AcceptChanges()
    {
        _changed = false;
        foreach (T item in Items)
        {
            (item as ApiResource)?.AcceptChanges();
            (item as IChangeTracking)?.AcceptChanges();
        }
    }

    public void Add(T item) => Insert(Count, item);

    public void Insert(int index, T item)
    {
        Checked(index, Count + 1);
        if (Count == _items.Length)
            Array.Resize(ref _items, Math.Max(4, 2 * Count));
        _items.AsSpan(index, Count - index).CopyTo(_items.AsSpan(index + 1));
        _items[index] = item;
        Count++;
        _changed = true;
    }

    public void RemoveAt(int index)
    {
        Items[(Checked(index, Count) + 1)..].CopyTo(_items.AsSpan(index));
        _items[--Count] = default!;
        _changed = true;
    }

    public bool Remove(T item)
    {
        int index = IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    public void Clear()
    {
        _changed |= Count > 0;
        Items.Clear();
        Count = 0;
    }

    public int IndexOf(T item) => Array.IndexOf(_items, item, 0, Count);

    public bool Contains(T item) => IndexOf(item) >= 0;

    public void CopyTo(T[] array, int arrayIndex) => Array.Copy(_items, 0, array, arrayIndex, Count);

    public IEnumerator<T> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
            yield return _items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Checked(int index, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, end);
        return index;
    }
}
