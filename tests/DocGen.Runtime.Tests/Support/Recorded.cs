namespace DocGen.Runtime.Tests.Support;

/// <summary>Records progress in the order of its reports, which <see cref="Progress{T}"/> does not guarantee.</summary>
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
