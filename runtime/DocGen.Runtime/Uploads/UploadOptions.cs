namespace DocGen;

/// <summary>Options for a large upload.</summary>
public sealed class UploadOptions
{
    /// <summary>The unit of the range size: every range except the last is a multiple of 320 KiB.</summary>
    public const int RangeUnit = 320 * 1024;

    private const int RangeLimit = 60 * 1024 * 1024;

    private int _rangeSize = 16 * RangeUnit;

    /// <summary>
    /// The number of bytes to send in one request; they stay in memory until the service has confirmed them. Default: 5
    /// MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The size is not a positive multiple of 320 KiB, or is not less than 60 MiB.
    /// </exception>
    public int RangeSize
    {
        get => _rangeSize;
        set
        {
            if (value <= 0 || value % RangeUnit != 0 || value >= RangeLimit)
                throw new ArgumentOutOfRangeException(nameof(value), value,
                    "A range must be a multiple of 320 KiB and less than 60 MiB.");
            _rangeSize = value;
        }
    }

    /// <summary>The length of the content in bytes, for a stream that cannot seek.</summary>
    public long? Length { get; set; }
}
