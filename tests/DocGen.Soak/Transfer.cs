using System.Globalization;
using System.Security.Cryptography;

namespace DocGen.Soak;

/// <summary>A transfer on the server: its expected content, the ranges received, and its faults.</summary>
public sealed class Transfer
{
    private static readonly (Fault Fault, double Share)[] UploadFaults =
    [
        (Fault.ResetBefore, 0.04), (Fault.ResetMidway, 0.04), (Fault.ResetAfter, 0.03), (Fault.ServerError, 0.05),
        (Fault.ThrottledInSeconds, 0.02), (Fault.ThrottledUntilDate, 0.02), (Fault.RangeRefused, 0.02),
        (Fault.PartKept, 0.03),
        (Fault.PartForgotten, 0.02), (Fault.GarbageAnswer, 0.01), (Fault.Silence, 0.003), (Fault.Gone, 0.002),
        (Fault.Conflict, 0.002),
    ];

    private static readonly (Fault Fault, double Share)[] DownloadFaults =
    [
        (Fault.ResetBefore, 0.05), (Fault.ResetMidway, 0.20), (Fault.ServerError, 0.05),
        (Fault.ThrottledInSeconds, 0.03),
        (Fault.ThrottledUntilDate, 0.03), (Fault.SlowDrip, 0.05), (Fault.Silence, 0.003), (Fault.Changed, 0.002),
        (Fault.Gone, 0.002),
    ];

    private readonly Random _random;
    private readonly bool _hasFaults;
    private readonly List<(long Start, long End)> _missing = [];
    private readonly IncrementalHash? _hash;
    private readonly byte[]? _bytes;

    /// <param name="id">The number of the transfer.</param>
    /// <param name="seed">The seed of the faults and of the content of a download.</param>
    /// <param name="length">The length of the content in bytes.</param>
    /// <param name="isUpload">Whether the transfer is an upload.</param>
    /// <param name="hasFaults">Whether requests have faults.</param>
    public Transfer(int id, int seed, long length, bool isUpload, bool hasFaults)
    {
        (Id, Seed, Length, IsUpload, _hasFaults) = (id, seed, length, isUpload, hasFaults);
        _random = new Random(seed ^ 0x5EED);
        if (!isUpload)
            return;
        if (length > 0)
            _missing.Add((0, length - 1));
        // Without faults, all bytes arrive in order and can be hashed without storing them.
        if (hasFaults)
            _bytes = new byte[length];
        else
            _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    }

    public int Id { get; }

    public int Seed { get; }

    public long Length { get; }

    public bool IsUpload { get; }

    public Lock Gate { get; } = new();

    public bool IsGone { get; set; }

    /// <summary>The version of a download's content; the entity tag is created from it.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The SHA-256 hash of the completed upload, or null before it is complete.</summary>
    public byte[]? Hash { get; private set; }

    /// <summary>Whether received bytes are hashed and not stored.</summary>
    public bool KeepsNothing => _hash is not null;

    public bool IsComplete => _missing.Count == 0;

    public Fault NextFault()
    {
        lock (Gate)
        {
            double at = _random.NextDouble();
            foreach ((Fault fault, double share) in IsUpload ? UploadFaults : DownloadFaults)
            {
                if (_hasFaults && (at -= share) < 0)
                    return fault;
            }
            return Fault.None;
        }
    }

    public int Next(int limit)
    {
        lock (Gate)
            return _random.Next(limit);
    }

    public bool Lacks(long offset) => _missing.Exists(range => range.Start <= offset && offset <= range.End);

    public void Store(long start, ReadOnlySpan<byte> bytes)
    {
        if (_hash is not null)
            _hash.AppendData(bytes);
        else
            bytes.CopyTo(_bytes.AsSpan((int)start));
        (long from, long to) = (start, start + bytes.Length - 1);
        List<(long, long)> left = [];
        foreach ((long first, long last) in _missing)
        {
            if (first < from)
                left.Add((first, Math.Min(last, from - 1)));
            if (last > to)
                left.Add((Math.Max(first, to + 1), last));
        }
        _missing.Clear();
        _missing.AddRange(left);
    }

    /// <summary>
    /// Marks a part of the stored bytes as missing and clears it, so that the hash is wrong if it is not sent again.
    /// </summary>
    public void Forget()
    {
        long end = (_missing.Count > 0 ? _missing[0].Start : Length) - 1;
        if (end < 1)
            return;
        long start = _random.NextInt64(end);
        long last = Math.Min(end, start + _random.Next(1, 1 << 20));
        _bytes.AsSpan((int)start, (int)(last - start + 1)).Clear();
        _missing.Insert(0, (start, last));
    }

    public void Complete()
    {
        Hash = _hash?.GetHashAndReset() ?? SHA256.HashData(_bytes!);
        IsGone = true;
    }

    /// <summary>
    /// Returns the missing ranges as a service reports them: in random order, the last one open or closed.
    /// </summary>
    public string[] NextExpectedRanges()
    {
        string[] ranges = [.. _missing.Select(range => range.End == Length - 1 && _random.Next(2) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Start}-")
            : string.Create(CultureInfo.InvariantCulture, $"{range.Start}-{range.End}"))];
        _random.Shuffle(ranges);
        return ranges;
    }
}
