using System.Diagnostics.CodeAnalysis;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads the members of objects: the counterpart of <see cref="ResourceWriter"/>. Each <c>Read</c> reads the value of the
/// member that <see cref="Is"/> has found, marks the member as present, and returns true.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResourceReader
{
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;

    internal ResourceReader(Utf8JsonReader json) => _json = json;

    /// <summary>The JSON reader underneath.</summary>
    [UnscopedRef]
    public ref Utf8JsonReader Json => ref _json;

    /// <summary>The length of the member's name in UTF-8 bytes.</summary>
    public readonly int NameLength => _name.Length;

    internal readonly ReadOnlySpan<byte> Name => _name;

    /// <summary>Whether the member has this name. Names compare with case, as JSON does.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Reads a string, as most members are.</summary>
    public bool Read(out string? value, ref MemberStates states, int index)
    {
        states.Read(index);
        value = EdmReader.String(ref this);
        return true;
    }

    /// <summary>Reads a Boolean.</summary>
    public bool Read(out bool? value, ref MemberStates states, int index) =>
        states.Read(out value, EdmReader.Boolean(ref this), index);

    /// <summary>Reads an integer.</summary>
    public bool Read(out int? value, ref MemberStates states, int index) =>
        states.Read(out value, EdmReader.Integer<int>(ref this), index);

    /// <summary>Reads a large integer.</summary>
    public bool Read(out long? value, ref MemberStates states, int index) =>
        states.Read(out value, EdmReader.Integer<long>(ref this), index);

    /// <summary>Reads a point in time.</summary>
    public bool Read(out DateTimeOffset? value, ref MemberStates states, int index) =>
        states.Read(out value, EdmReader.Instant(ref this), index);

    /// <summary>Reads a value of another type that has no structure (OData JSON Format 4.01, section 7.1).</summary>
    public bool Read<T>(out T? value, ref MemberStates states, int index) where T : struct =>
        states.Read(out value, _json.TokenType == JsonTokenType.Null ? null : Primitive<T>.Read(ref this), index);

    /// <summary>Reads binary data, or any JSON.</summary>
    public bool Read<T>(out T? value, ref MemberStates states, int index) where T : class =>
        states.Read(out value, Primitive<T>.Read(ref this), index);

    /// <summary>Reads a list of values of an open enumeration.</summary>
    public bool Read<T>(out IList<T>? value, ref MemberStates states, int index) where T : struct, IOpenEnum<T> =>
        Collection(out value, JsonRead.Enum<T>, ref states, index);

    /// <summary>Reads a nested object.</summary>
    public bool Resource<T>(out T? value, ref MemberStates states, int index) where T : ApiResource, IResource<T>
    {
        states.Read(index);
        value = JsonRead.Resource<T>(ref this);
        return true;
    }

    /// <summary>Reads a list of strings, as most lists are.</summary>
    public bool Values(out IList<string>? value, ref MemberStates states, int index) =>
        Collection(out value, EdmReader.String, ref states, index);

    /// <summary>Reads a list of values of another type that has no structure.</summary>
    public bool Values<T>(out IList<T>? value, ref MemberStates states, int index) =>
        Collection(out value, Primitive<T>.Read, ref states, index);

    /// <summary>Reads a list of nested objects.</summary>
    public bool Collection<T>(out IList<T>? value, ref MemberStates states, int index) where T : ApiResource, IResource<T> =>
        Collection(out value, JsonRead.Resource<T>, ref states, index);

    /// <summary>Reads a list whose items the given function reads.</summary>
    public bool Collection<T>(out IList<T>? value, JsonItemReader<T> read, ref MemberStates states, int index)
    {
        states.Read(index);
        value = JsonRead.Collection(ref this, read);
        return true;
    }

    /// <summary>Goes on to the value of the next member; false at the object's end.</summary>
    internal bool NextMember()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.PropertyName)
            return false;
        _name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
        _json.Read();
        return true;
    }
}
