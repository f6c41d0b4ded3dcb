using System.Globalization;
using System.Security.Cryptography;

namespace DocGen.Soak;

/// <summary>One transfer as the server sees it: what is expected of it, what arrived, and what goes wrong on the
/// way.</summary>
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

    /// <param name="id">Names the transfer.</param>
    /// <param name="seed">Decides what goes wrong, and the content of a download.</param>
    /// <param name="length">The content's length.</param>
    /// <param name="isUpload">Whether the content arrives here.</param>
    /// <param name="hasFaults">Whether anything goes wrong.</param>
    public Transfer(int id, int seed, long length, bool isUpload, bool hasFaults)
    {
        (Id, Seed, Length, IsUpload, _hasFaults) = (id, seed, length, isUpload, hasFaults);
        _random = new Random(seed ^ 0x5EED);
        if (!isUpload)
            return;
        if (length > 0)
            _missing.Add((0, length - 1));
        // Without faults everything comes in order, and nothing has to be kept.
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

    /// <summary>The version of a download's content; a change makes another entity tag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>What the completed upload holds.</summary>
    public byte[]? Hash { get; private set; }

    /// <summary>Whether what arrives is hashed as it comes.</summary>
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

    /// <summary>Loses a part of what was stored, and overwrites it, so that it shows if it does not come
    /// again.</summary>
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

    /// <summary>The ranges that are missing, as a service names them: in any order, the last one open or
    /// closed.</summary>
    public string[] NextExpectedRanges()
    {
        string[] ranges = [.. _missing.Select(range => range.End == Length - 1 && _random.Next(2) == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Start}-")
            : string.Create(CultureInfo.InvariantCulture, $"{range.Start}-{range.End}"))];
        _random.Shuffle(ranges);
        return ranges;
    }
}
