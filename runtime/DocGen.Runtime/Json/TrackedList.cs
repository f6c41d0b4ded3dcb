using System.Collections.ObjectModel;
using System.ComponentModel;

namespace DocGen.Infrastructure;

/// <summary>A list that was read and knows whether it, or one of its items, was changed since.</summary>
internal sealed class TrackedList<T> : Collection<T>, IChangeTracking, ICloneable
{
    private bool _changed;

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

    /// <summary>Adds an item as it was read.</summary>
    public void Append(T item) => Items.Add(item);

    /// <summary>A copy with the given items, as changed as this one.</summary>
    public TrackedList<T> With(IEnumerable<T> items)
    {
        TrackedList<T> copy = [];
        foreach (T item in items)
            copy.Append(item);
        copy._changed = _changed;
        return copy;
    }

    /// <summary>A copy that shares nothing with this list.</summary>
    public object Clone() => CopyOf.List<T>(this)!;

    /// <summary>Takes the list as it is now for what was read.</summary>
    public void AcceptChanges() => _changed = false;

    protected override void InsertItem(int index, T item)
    {
        base.InsertItem(index, item);
        _changed = true;
    }

    protected override void SetItem(int index, T item)
    {
        base.SetItem(index, item);
        _changed = true;
    }

    protected override void RemoveItem(int index)
    {
        base.RemoveItem(index);
        _changed = true;
    }

    protected override void ClearItems()
    {
        _changed |= Count > 0;
        base.ClearItems();
    }
}
