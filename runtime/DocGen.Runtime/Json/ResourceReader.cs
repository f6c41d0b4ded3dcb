using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads the members of objects: the counterpart of <see cref="ResourceWriter"/>. Each <c>Read</c> reads the value of
/// the member that <see cref="Is"/> has matched, marks the member as present, and returns true. If the value does not
/// fit the member's type (see <see cref="Misfit"/>), the member stays absent and <c>Read</c> returns false, as for a
/// member that the class does not have: the object then keeps the JSON of the value under the member's name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResourceReader
{
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;
    private ReadOnlySpan<byte> _escapedName;
    private StringCache? _strings;

    // These fields are set only if a value did not fit, or if a type annotation was not the first member.
    private List<RefusedValue>? _refused;
    private string? _expected;
    private byte[]? _text;
    private Dictionary<long, string>? _lateTypes;
    private int _typedObjects;

    internal ResourceReader(Utf8JsonReader json) => _json = json;

    /// <summary>The underlying JSON reader.</summary>
    [UnscopedRef]
    public ref Utf8JsonReader Json => ref _json;

    /// <summary>The length of the member's name in UTF-8 bytes.</summary>
    public readonly int NameLength => _name.Length;

    /// <summary>The escaped name, without quotes.</summary>
    internal readonly ReadOnlySpan<byte> EscapedName => _escapedName;

    /// <summary>The strings read so far, from the second item of a list on; null before that.</summary>
    internal readonly StringCache? Strings => _strings;

    /// <summary>Whether the last value did not fit, and <see cref="TakeRefused"/> has not been called for it.</summary>
    internal readonly bool Refused => _expected is not null;

    /// <summary>Every value that did not fit, in text order.</summary>
    internal readonly IReadOnlyList<RefusedValue> AllRefused => (IReadOnlyList<RefusedValue>?)_refused ?? [];

    /// <summary>Whether the member has this name. Names are case-sensitive, as in JSON.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Reads a string.</summary>
    public bool Read(out string? value, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = EdmReader.String(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads a Boolean.</summary>
    public bool Read(out bool? value, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = EdmReader.Boolean(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads an integer.</summary>
    public bool Read(out int? value, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = EdmReader.Integer<int>(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads a 64-bit integer.</summary>
    public bool Read(out PackedInt64 value, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = EdmReader.Integer<long>(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads a point in time.</summary>
    public bool Read(out PackedInstant value, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = EdmReader.Instant(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads a value of another primitive type (OData JSON Format 4.01, section 7.1).</summary>
    public bool Read<T>(out T? value, ref MemberStates states, int index) where T : struct
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = _json.TokenType == JsonTokenType.Null ? null : Primitive<T>.Read(ref this);
        if (_expected is null)
            return true;
        value = null;
        return Leave(ref states, index);
    }

    /// <summary>Reads binary data, or any JSON.</summary>
    public bool Read<T>(out T? value, ref MemberStates states, int index) where T : class
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = Primitive<T>.Read(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads a list of values of an open enumeration.</summary>
    public bool Read<T>(out IList<T>? value, ref MemberStates states, int index) where T : struct, IOpenEnum<T> =>
        Collection(out value, JsonRead.Enum<T>, ref states, index);

    /// <summary>Reads a nested object.</summary>
    public bool Resource<T>(out T? value, ref MemberStates states, int index) where T : ApiResource, IResource<T>
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        value = JsonRead.Resource<T>(ref this);
        return _expected is null || Leave(ref states, index);
    }

    /// <summary>Reads a list of strings.</summary>
    public bool Values(out IList<string>? value, ref MemberStates states, int index) =>
        Collection(out value, EdmReader.String, ref states, index);

    /// <summary>Reads a list of values of another primitive type.</summary>
    public bool Values<T>(out IList<T>? value, ref MemberStates states, int index) =>
        Collection(out value, Primitive<T>.Read, ref states, index);

    /// <summary>Reads a list of nested objects.</summary>
    public bool Collection<T>(out IList<T>? value, ref MemberStates states, int index)
        where T : ApiResource, IResource<T> =>
        Collection(out value, JsonRead.Resource<T>, ref states, index);

    /// <summary>
    /// Reads a list with the given reader for items. If one item does not fit, the list does not fit.
    /// </summary>
    public bool Collection<T>(out IList<T>? value, JsonItemReader<T> read, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        ReadOnlySpan<byte> name = _name, escapedName = _escapedName;
        value = JsonRead.Collection(ref this, read);
        if (_expected is null)
            return true;
        // Reading the items has replaced the current member.
        _name = name;
        _escapedName = escapedName;
        return Leave(ref states, index);
    }

    /// <summary>Starts caching repeated strings.</summary>
    internal void CacheStrings() => _strings ??= StringCache.Rent();

    /// <summary>Returns the string cache after the text has been read.</summary>
    internal void Finish() => _strings?.Return();

    /// <summary>Moves to the value of the next member; returns false at the end of the object.</summary>
    internal bool NextMember()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.PropertyName)
            return false;
        _escapedName = _json.ValueSpan;
        _name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonUnicode.Text(_escapedName)) : _escapedName;
        _json.Read();
        return true;
    }

    /// <summary>Returns the JSON of the value, and leaves the reader on its last token.</summary>
    internal byte[] ReadText()
    {
        if (_json.TokenType == JsonTokenType.String)
            return [(byte)'"', .. _json.ValueSpan, (byte)'"'];
        ReadOnlySpan<byte> first = _json.ValueSpan;
        if (_json.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return first.ToArray();
        long position = _json.TokenStartIndex;
        if (!_json.TrySkip())
            throw new JsonException("The value has no end.");
        return TextFrom(first, position);
    }

    /// <summary>Refuses the current value, and leaves the reader on its last token.</summary>
    internal void Refuse(string expected)
    {
        long position = _json.TokenStartIndex;
        Refuse(position, ReadText(), expected);
    }

    /// <summary>Refuses a value that has been read.</summary>
    internal void Refuse(long position, byte[] text, string expected)
    {
        (_refused ??= []).Add(new RefusedValue(position, text, expected));
        (_expected, _text) = (expected, text);
    }

    /// <summary>Records that the current value does not fit, and leaves the reader on its last token.</summary>
    internal void Note(string expected)
    {
        Refuse(expected);
        TakeRefused();
    }

    /// <summary>
    /// Refuses the current array because of a refused item, and leaves the reader on the array's end.
    /// </summary>
    /// <param name="first">The text of the array's first token.</param>
    /// <param name="position">The byte offset of that token.</param>
    /// <param name="depth">The depth of the array.</param>
    internal void RefuseArray(ReadOnlySpan<byte> first, long position, int depth)
    {
        while (_json.CurrentDepth > depth && _json.Read())
        {
        }

        (_expected, _text) = ($"an array whose items are each {_expected}", TextFrom(first, position));
    }

    /// <summary>Takes the refused value: its JSON and a description of the values that fit.</summary>
    internal (byte[] Text, string Expected) TakeRefused()
    {
        (byte[], string) taken = (_text!, _expected!);
        (_text, _expected) = (null, null);
        return taken;
    }

    /// <summary>Saves the position, to return to it.</summary>
    internal readonly Bookmark Mark() => new(_json, _refused?.Count ?? 0, _typedObjects);

    /// <summary>Returns to a saved position and discards the values refused since.</summary>
    internal void Return(in Bookmark mark)
    {
        _json = mark.Json;
        (_expected, _text) = (null, null);
        _refused?.RemoveRange(mark.Refused, _refused.Count - mark.Refused);
    }

    /// <summary>Counts an object whose class depends on its type annotation.</summary>
    internal void CountTyped() => _typedObjects++;

    /// <summary>Whether such an object was read since the mark.</summary>
    internal readonly bool HasTypedSince(in Bookmark mark) => _typedObjects > mark.TypedObjects;

    /// <summary>The type of the current object, if <see cref="FindTypes"/> found it.</summary>
    internal readonly string? KnownType =>
        _lateTypes is not null && _lateTypes.TryGetValue(_json.TokenStartIndex, out string? type) ? type : null;

    /// <summary>
    /// Finds the type annotations of the current object and all nested objects in one pass. Reading each object again
    /// after a late annotation would double the work at each level.
    /// </summary>
    internal void FindTypes()
    {
        _lateTypes ??= [];
        Utf8JsonReader ahead = _json;
        int depth = ahead.CurrentDepth;
        var open = new Stack<long>();
        open.Push(ahead.TokenStartIndex);
        while (ahead.Read() && ahead.CurrentDepth > depth)
        {
            if (ahead.TokenType == JsonTokenType.StartObject)
                open.Push(ahead.TokenStartIndex);
            else if (ahead.TokenType == JsonTokenType.EndObject)
                open.Pop();
            else if (ahead.TokenType == JsonTokenType.PropertyName && IsType(in ahead) && ahead.Read())
                Note(in ahead, open, _lateTypes);
        }

        static bool IsType(in Utf8JsonReader name) => name.ValueIsEscaped
            ? JsonUnicode.Text(name.ValueSpan) == "@odata.type" : name.ValueSpan.SequenceEqual("@odata.type"u8);

        static void Note(in Utf8JsonReader value, Stack<long> open, Dictionary<long, string> types)
        {
            if (value.TokenType == JsonTokenType.String)
                types.TryAdd(open.Peek(), JsonUnicode.Text(value.ValueSpan));
            else if (value.TokenType == JsonTokenType.StartObject)
                open.Push(value.TokenStartIndex);
        }
    }

    // The reader's spans are slices of one text, so the value's text extends from its first token to the bytes
    // consumed.
    private readonly ReadOnlySpan<byte> SpanFrom(ReadOnlySpan<byte> first, long position) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(first), (int)(_json.BytesConsumed - position));

    private readonly byte[] TextFrom(ReadOnlySpan<byte> first, long position) => SpanFrom(first, position).ToArray();

    private static bool Leave(ref MemberStates states, int index)
    {
        states.Forget(index);
        return false;
    }

    // The first of duplicate members is used; its field is already set and stays unchanged.
    private bool SkipSecond<T>(out T value)
    {
        Unsafe.SkipInit(out value);
        Note("only one member with this name");
        return true;
    }
}

/// <summary>A position in a text that a reader can return to.</summary>
internal readonly ref struct Bookmark(Utf8JsonReader json, int refused, int typedObjects)
{
    public Utf8JsonReader Json { get; } = json;

    public int Refused { get; } = refused;

    public int TypedObjects { get; } = typedObjects;
}

/// <summary>A value that did not fit its documented type.</summary>
/// <param name="Position">The byte offset of the value in the text.</param>
/// <param name="Text">The JSON of the value.</param>
/// <param name="Expected">A description of the values that fit.</param>
internal readonly record struct RefusedValue(long Position, byte[] Text, string Expected);
