namespace DocGen.Infrastructure;

/// <summary>A set of bytes of an upload: ranges with inclusive ends, in order.</summary>
internal sealed class UploadRanges
{
    private readonly List<(long Start, long End)> _ranges;

    private UploadRanges(List<(long Start, long End)> ranges) => _ranges = ranges;

    public static UploadRanges None { get; } = new([]);

    /// <summary>The number of bytes.</summary>
    public long Count => _ranges.Sum(static range => range.End - range.Start + 1);

    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>The first range.</summary>
    public (long Start, long End) First => _ranges[0];

    public static UploadRanges All(long length) => new(length == 0 ? [] : [(0, length - 1)]);

    /// <summary>
    /// Reads the ranges that a session lists, open (<c>26-</c>), closed (<c>0-25</c>) or only a start (<c>26</c>), in
    /// any order; returns null if the body lists none.
    /// </summary>
    /// <exception cref="UnexpectedResponseException">
    /// A range is invalid or starts after the end of the content, or the body is not JSON.
    /// </exception>
    public static UploadRanges? Parse(ResponseContext answer, long length)
    {
        using JsonDocument? document = answer.ParseJson();
        if (document?.RootElement.Unwrapped().Member("nextExpectedRanges") is not { } ranges)
            return null;
        IEnumerable<string?> texts = ranges.ValueKind switch
        {
            JsonValueKind.Array => ranges.EnumerateArray().Select(static range => range.ToString()),
            JsonValueKind.Null => [],
            _ => [ranges.ToString()],
        };
        return Of(texts.Select(text =>
            Parse(text, length) ?? throw answer.Unexpected("The session lists an invalid range.")));
    }

    /// <summary>Returns the union of two sets.</summary>
    public UploadRanges With(UploadRanges other) => Of(_ranges.Concat(other._ranges));

    /// <summary>Returns the set without a range.</summary>
    public UploadRanges Without(long start, long end) => Of(_ranges.SelectMany(range => new[]
    {
        (range.Start, Math.Min(range.End, start - 1)), (Math.Max(range.Start, end + 1), range.End),
    }));

    public bool Contains(long offset) => _ranges.Exists(range => range.Start <= offset && offset <= range.End);

    private static UploadRanges Of(IEnumerable<(long Start, long End)> ranges)
    {
        var merged = new List<(long Start, long End)>();
        foreach ((long start, long end) in ranges.Where(static range => range.Start <= range.End).Order())
        {
            if (merged.Count > 0 && start <= merged[^1].End + 1)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            else
                merged.Add((start, end));
        }
        return new UploadRanges(merged);
    }

    private static (long Start, long End)? Parse(string? text, long length)
    {
        string[] parts = (text ?? "").Split('-');
        long end = length - 1;
        if (parts.Length > 2 || !TryParse(parts[0], out long start) ||
            (parts.Length == 2 && parts[1].Length > 0 && !TryParse(parts[1], out end)) || start > length)
            return null;
        return (start, Math.Min(end, length - 1));
    }

    private static bool TryParse(string text, out long offset) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out offset);
}
