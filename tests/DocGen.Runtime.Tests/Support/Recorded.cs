namespace DocGen.Runtime.Tests.Support;

/// <summary>Progress that is kept in the order it was told; <see cref="Progress{T}"/> has no order.</summary>
internal sealed class Recorded<T>(Action<T>? then = null) : IProgress<T>
{
    private readonly List<T> _values = [];

    public IReadOnlyList<T> Values => _values;

    public void Report(T value)
    {
        _values.Add(value);
        then?.Invoke(value);
    }
}
