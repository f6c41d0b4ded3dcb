using System.Runtime.CompilerServices;
using DocGen.Infrastructure;

namespace DocGen.Runtime.Tests.Json;

public class PackedValueTests
{
    public static TheoryData<DateTimeOffset> Instants =>
    [
        DateTimeOffset.MinValue,
        DateTimeOffset.MaxValue,
        new DateTimeOffset(2026, 5, 17, 8, 3, 17, TimeSpan.FromHours(14)),
        new DateTimeOffset(2026, 5, 17, 8, 3, 17, TimeSpan.FromHours(-14)).AddTicks(1),
        new DateTimeOffset(2026, 5, 17, 8, 3, 17, new TimeSpan(5, 45, 0)),
    ];

    [Theory]
    [MemberData(nameof(Instants))]
    public void An_instant_keeps_its_time_and_its_offset(DateTimeOffset value)
    {
        DateTimeOffset? unpacked = (PackedInstant)(DateTimeOffset?)value;

        Assert.True(unpacked!.Value.EqualsExact(value));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void An_integer_keeps_its_value(long value) => Assert.Equal(value, (long?)(PackedInt64)(long?)value);

    [Fact]
    public void A_default_packed_value_is_null()
    {
        Assert.Null((DateTimeOffset?)default(PackedInstant));
        Assert.Null((DateTimeOffset?)(PackedInstant)(DateTimeOffset?)null);
        Assert.Null((long?)default(PackedInt64));
        Assert.Null((long?)(PackedInt64)(long?)null);
    }

    [Fact]
    public void Packed_values_have_their_documented_size()
    {
        Assert.Equal(10, Unsafe.SizeOf<PackedInstant>());
        Assert.Equal(9, Unsafe.SizeOf<PackedInt64>());
    }
}
