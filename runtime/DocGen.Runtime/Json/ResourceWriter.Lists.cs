using System.Text.Json.Nodes;

namespace DocGen.Infrastructure;

// One overload for each type a list's items can have, so that emitted code names none.
public sealed partial class ResourceWriter
{
    /// <summary>Writes a list of strings.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<string>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.String, in states, index);

    /// <summary>Writes a list of Booleans.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<bool>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Boolean, in states, index);

    /// <summary>Writes a list of integers from 0 to 255.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<byte>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Byte, in states, index);

    /// <summary>Writes a list of integers from -128 to 127.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<sbyte>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.SByte, in states, index);

    /// <summary>Writes a list of 16-bit integers.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<short>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Int16, in states, index);

    /// <summary>Writes a list of 32-bit integers.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<int>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Int32, in states, index);

    /// <summary>Writes a list of 64-bit integers.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<long>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Int64, in states, index);

    /// <summary>Writes a list of single-precision numbers.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<float>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Single, in states, index);

    /// <summary>Writes a list of double-precision numbers.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<double>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Double, in states, index);

    /// <summary>Writes a list of decimal numbers.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<decimal>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Decimal, in states, index);

    /// <summary>Writes a list of GUIDs.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<Guid>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Guid, in states, index);

    /// <summary>Writes a list of points in time.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<DateTimeOffset>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.DateTimeOffset, in states, index);

    /// <summary>Writes a list of dates.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<DateOnly>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Date, in states, index);

    /// <summary>Writes a list of times of day.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<TimeOnly>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.TimeOfDay, in states, index);

    /// <summary>Writes a list of durations.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<TimeSpan>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Duration, in states, index);

    /// <summary>Writes a list of binary data.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<byte[]>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Binary, in states, index);

    /// <summary>Writes a list of JSON values.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<JsonNode>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.Json, in states, index);

    /// <summary>Writes a list of JSON objects.</summary>
    public void Write(ReadOnlySpan<byte> name, IList<JsonObject>? value, in MemberStates states, int index) =>
        Collection(name, value, JsonWrite.JsonObject, in states, index);
}
