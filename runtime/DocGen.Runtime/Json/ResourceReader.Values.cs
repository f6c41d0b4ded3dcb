namespace DocGen.Infrastructure;

// One overload for each type a member can have, so that emitted code names none.
public ref partial struct ResourceReader
{
    /// <summary>Reads a Boolean.</summary>
    public bool Read(out bool? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Boolean(ref this), index);

    /// <summary>Reads an integer from 0 to 255.</summary>
    public bool Read(out byte? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Byte(ref this), index);

    /// <summary>Reads an integer from -128 to 127.</summary>
    public bool Read(out sbyte? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.SByte(ref this), index);

    /// <summary>Reads a 16-bit integer.</summary>
    public bool Read(out short? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Int16(ref this), index);

    /// <summary>Reads a 32-bit integer.</summary>
    public bool Read(out int? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Int32(ref this), index);

    /// <summary>Reads a 64-bit integer.</summary>
    public bool Read(out long? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Int64(ref this), index);

    /// <summary>Reads a single-precision number.</summary>
    public bool Read(out float? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Single(ref this), index);

    /// <summary>Reads a double-precision number.</summary>
    public bool Read(out double? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Double(ref this), index);

    /// <summary>Reads a decimal number.</summary>
    public bool Read(out decimal? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Decimal(ref this), index);

    /// <summary>Reads a GUID.</summary>
    public bool Read(out Guid? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Guid(ref this), index);

    /// <summary>Reads a point in time.</summary>
    public bool Read(out DateTimeOffset? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.DateTimeOffset(ref this), index);

    /// <summary>Reads a date.</summary>
    public bool Read(out DateOnly? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Date(ref this), index);

    /// <summary>Reads a time of day.</summary>
    public bool Read(out TimeOnly? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.TimeOfDay(ref this), index);

    /// <summary>Reads a duration.</summary>
    public bool Read(out TimeSpan? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Duration(ref this), index);

    /// <summary>Reads binary data.</summary>
    public bool Read(out byte[]? value, ref MemberStates states, int index) =>
        states.Read(out value, JsonRead.Binary(ref this), index);

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

    /// <summary>Reads a list of strings, as most lists are.</summary>
    public bool Values(out IList<string>? value, ref MemberStates states, int index) =>
        Collection(out value, JsonRead.String, ref states, index);

    /// <summary>Reads a list of values of one of the types above.</summary>
    public bool Values<T>(out IList<T>? value, ref MemberStates states, int index) =>
        Collection(out value, Primitive<T>.Read, ref states, index);
}
