using System.Text.Json.Nodes;

namespace DocGen.Infrastructure;

// One overload for each type a member can have, so that emitted code names none.
public ref partial struct ResourceReader
{
    /// <summary>Reads a Boolean.</summary>
    public bool Read(out bool? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Boolean(ref this);
        return true;
    }

    /// <summary>Reads an integer from 0 to 255.</summary>
    public bool Read(out byte? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Byte(ref this);
        return true;
    }

    /// <summary>Reads an integer from -128 to 127.</summary>
    public bool Read(out sbyte? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.SByte(ref this);
        return true;
    }

    /// <summary>Reads a 16-bit integer.</summary>
    public bool Read(out short? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Int16(ref this);
        return true;
    }

    /// <summary>Reads a 32-bit integer.</summary>
    public bool Read(out int? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Int32(ref this);
        return true;
    }

    /// <summary>Reads a 64-bit integer.</summary>
    public bool Read(out long? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Int64(ref this);
        return true;
    }

    /// <summary>Reads a single-precision number.</summary>
    public bool Read(out float? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Single(ref this);
        return true;
    }

    /// <summary>Reads a double-precision number.</summary>
    public bool Read(out double? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Double(ref this);
        return true;
    }

    /// <summary>Reads a decimal number.</summary>
    public bool Read(out decimal? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Decimal(ref this);
        return true;
    }

    /// <summary>Reads a GUID.</summary>
    public bool Read(out Guid? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Guid(ref this);
        return true;
    }

    /// <summary>Reads a point in time.</summary>
    public bool Read(out DateTimeOffset? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.DateTimeOffset(ref this);
        return true;
    }

    /// <summary>Reads a date.</summary>
    public bool Read(out DateOnly? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Date(ref this);
        return true;
    }

    /// <summary>Reads a time of day.</summary>
    public bool Read(out TimeOnly? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.TimeOfDay(ref this);
        return true;
    }

    /// <summary>Reads a duration.</summary>
    public bool Read(out TimeSpan? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Duration(ref this);
        return true;
    }

    /// <summary>Reads binary data.</summary>
    public bool Read(out byte[]? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Binary(ref this);
        return true;
    }

    /// <summary>Reads any JSON value.</summary>
    public bool Read(out JsonNode? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Json(ref this);
        return true;
    }

    /// <summary>Reads a JSON object.</summary>
    public bool Read(out JsonObject? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.JsonObject(ref this);
        return true;
    }

    /// <summary>Reads a list of strings.</summary>
    public bool Read(out IList<string>? value, ref MemberStates states, int index) =>
        Collection(out value, JsonRead.String, ref states, index);

    /// <summary>Reads a list, each item a Boolean.</summary>
    public bool Read(out IList<bool>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Boolean(ref item)), ref states, index);

    /// <summary>Reads a list, each item an integer from 0 to 255.</summary>
    public bool Read(out IList<byte>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Byte(ref item)), ref states, index);

    /// <summary>Reads a list, each item an integer from -128 to 127.</summary>
    public bool Read(out IList<sbyte>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.SByte(ref item)), ref states, index);

    /// <summary>Reads a list, each item a 16-bit integer.</summary>
    public bool Read(out IList<short>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Int16(ref item)), ref states, index);

    /// <summary>Reads a list, each item a 32-bit integer.</summary>
    public bool Read(out IList<int>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Int32(ref item)), ref states, index);

    /// <summary>Reads a list, each item a 64-bit integer.</summary>
    public bool Read(out IList<long>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Int64(ref item)), ref states, index);

    /// <summary>Reads a list, each item a single-precision number.</summary>
    public bool Read(out IList<float>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Single(ref item)), ref states, index);

    /// <summary>Reads a list, each item a double-precision number.</summary>
    public bool Read(out IList<double>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Double(ref item)), ref states, index);

    /// <summary>Reads a list, each item a decimal number.</summary>
    public bool Read(out IList<decimal>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Decimal(ref item)), ref states, index);

    /// <summary>Reads a list, each item a GUID.</summary>
    public bool Read(out IList<Guid>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Guid(ref item)), ref states, index);

    /// <summary>Reads a list, each item a point in time.</summary>
    public bool Read(out IList<DateTimeOffset>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.DateTimeOffset(ref item)), ref states, index);

    /// <summary>Reads a list, each item a date.</summary>
    public bool Read(out IList<DateOnly>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Date(ref item)), ref states, index);

    /// <summary>Reads a list, each item a time of day.</summary>
    public bool Read(out IList<TimeOnly>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.TimeOfDay(ref item)), ref states, index);

    /// <summary>Reads a list, each item a duration.</summary>
    public bool Read(out IList<TimeSpan>? value, ref MemberStates states, int index) =>
        Collection(out value, static (ref ResourceReader item) => JsonRead.NotNull(JsonRead.Duration(ref item)), ref states, index);

    /// <summary>Reads a list, each item binary data.</summary>
    public bool Read(out IList<byte[]>? value, ref MemberStates states, int index) =>
        Collection(out value, JsonRead.Binary, ref states, index);

    /// <summary>Reads a list, each item any JSON value.</summary>
    public bool Read(out IList<JsonNode>? value, ref MemberStates states, int index) =>
        Collection(out value, JsonRead.Json, ref states, index);

    /// <summary>Reads a list, each item a JSON object.</summary>
    public bool Read(out IList<JsonObject>? value, ref MemberStates states, int index) =>
        Collection(out value, JsonRead.JsonObject, ref states, index);
}
