namespace DocGen;

/// <summary>How a large upload is cut up.</summary>
public sealed class UploadOptions
{
    /// <summary>Every range but the last is a multiple of this: 320 KiB.</summary>
    public const int RangeUnit = 320 * 1024;

    private const int RangeLimit = 60 * 1024 * 1024;

    private int _rangeSize = 16 * RangeUnit;

    /// <summary>
    /// How many bytes are sent at once, and held in memory for as long as the service has not confirmed them. 5 MiB
    /// unless set.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is no multiple of 320 KiB, or is not under 60
    /// MiB.</exception>
    public int RangeSize
    {
        get => _rangeSize;
        set
        {
            if (value <= 0 || value % RangeUnit != 0 || value >= RangeLimit)
                throw new ArgumentOutOfRangeException(nameof(value), value,
                    "A range is a multiple of 320 KiB and under 60 MiB.");
            _rangeSize = value;
        }
    }

    /// <summary>The length of the content in bytes, for a stream that cannot tell.</summary>
    public long? Length { get; set; }
}
