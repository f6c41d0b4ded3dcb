using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DocGen.Infrastructure;

/// <summary>
/// Reads the members of objects: the counterpart of <see cref="ResourceWriter"/>. Each <c>Read</c> reads the value of
/// the member that <see cref="Is"/> has found, marks the member as present, and returns true. Where the value does not
/// fit the member's type (see <see cref="Misfit"/>), it leaves the member absent and returns false, as for a member
/// that the class does not have: the object then keeps the value's text under the member's name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResourceReader
{
    private Utf8JsonReader _json;
    private ReadOnlySpan<byte> _name;
    private ReadOnlySpan<byte> _escapedName;
    private StringCache? _strings;

    // All of these have a value only once something does not fit, or a type is named late.
    private List<RefusedValue>? _refused;
    private string? _expected;
    private byte[]? _text;
    private Dictionary<long, string>? _lateTypes;
    private int _typedObjects;

    internal ResourceReader(Utf8JsonReader json) => _json = json;

    /// <summary>The JSON reader underneath.</summary>
    [UnscopedRef]
    public ref Utf8JsonReader Json => ref _json;

    /// <summary>The length of the member's name in UTF-8 bytes.</summary>
    public readonly int NameLength => _name.Length;

    /// <summary>The name as it stands in the text, between the quotes.</summary>
    internal readonly ReadOnlySpan<byte> EscapedName => _escapedName;

    /// <summary>The strings that came so far, from a list's second item on; null before.</summary>
    internal readonly StringCache? Strings => _strings;

    /// <summary>Whether the value read last did not fit, and nobody has taken it yet.</summary>
    internal readonly bool Refused => _expected is not null;

    /// <summary>Every value that did not fit, in the order of the text.</summary>
    internal readonly IReadOnlyList<RefusedValue> AllRefused => (IReadOnlyList<RefusedValue>?)_refused ?? [];

    /// <summary>Whether the member has this name. Names compare with case, as JSON does.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _name.SequenceEqual(name);

    /// <summary>Reads a string, as most members are.</summary>
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

    /// <summary>Reads a large integer.</summary>
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

    /// <summary>Reads a value of another type that has no structure (OData JSON Format 4.01, section 7.1).</summary>
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

    /// <summary>Reads a list of strings, as most lists are.</summary>
    public bool Values(out IList<string>? value, ref MemberStates states, int index) =>
        Collection(out value, EdmReader.String, ref states, index);

    /// <summary>Reads a list of values of another type that has no structure.</summary>
    public bool Values<T>(out IList<T>? value, ref MemberStates states, int index) =>
        Collection(out value, Primitive<T>.Read, ref states, index);

    /// <summary>Reads a list of nested objects.</summary>
    public bool Collection<T>(out IList<T>? value, ref MemberStates states, int index)
        where T : ApiResource, IResource<T> =>
        Collection(out value, JsonRead.Resource<T>, ref states, index);

    /// <summary>
    /// Reads a list whose items the given function reads. One item that does not fit keeps the whole list from it.
    /// </summary>
    public bool Collection<T>(out IList<T>? value, JsonItemReader<T> read, ref MemberStates states, int index)
    {
        if (!states.TryRead(index))
            return SkipSecond(out value);
        ReadOnlySpan<byte> name = _name, escapedName = _escapedName;
        value = JsonRead.Collection(ref this, read);
        if (_expected is null)
            return true;
        // The items have members of their own.
        _name = name;
        _escapedName = escapedName;
        return Leave(ref states, index);
    }

    /// <summary>Begins to look for strings that come again.</summary>
    internal void CacheStrings() => _strings ??= StringCache.Rent();

    /// <summary>Gives the strings back; the text has been read.</summary>
    internal void Finish() => _strings?.Return();

    /// <summary>Goes on to the value of the next member; false at the object's end.</summary>
    internal bool NextMember()
    {
        if (!_json.Read() || _json.TokenType != JsonTokenType.PropertyName)
            return false;
        _escapedName = _json.ValueSpan;
        _name = _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(JsonUnicode.Text(_escapedName)) : _escapedName;
        _json.Read();
        return true;
    }

    /// <summary>Reads the value as the text that it is, and leaves the reader on its last token.</summary>
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

    /// <summary>Refuses the value that begins here, and leaves the reader on its last token.</summary>
    internal void Refuse(string expected)
    {
        long position = _json.TokenStartIndex;
        Refuse(position, ReadText(), expected);
    }

    /// <summary>Refuses a value that was read.</summary>
    internal void Refuse(long position, byte[] text, string expected)
    {
        (_refused ??= []).Add(new RefusedValue(position, text, expected));
        (_expected, _text) = (expected, text);
    }

    /// <summary>Notes that the value that begins here does not fit, and leaves the reader on its last token.</summary>
    internal void Note(string expected)
    {
        Refuse(expected);
        TakeRefused();
    }

    /// <summary>
    /// Refuses the array that the reader is in, for an item that was refused, and leaves the reader on the array's end.
    /// </summary>
    /// <param name="first">The text of the array's first token.</param>
    /// <param name="position">Where that stands.</param>
    /// <param name="depth">How deep.</param>
    internal void RefuseArray(ReadOnlySpan<byte> first, long position, int depth)
    {
        while (_json.CurrentDepth > depth && _json.Read())
        {
        }

        (_expected, _text) = ($"an array whose items are each {_expected}", TextFrom(first, position));
    }

    /// <summary>Takes what was refused: its text and what was expected of it.</summary>
    internal (byte[] Text, string Expected) TakeRefused()
    {
        (byte[], string) taken = (_text!, _expected!);
        (_text, _expected) = (null, null);
        return taken;
    }

    /// <summary>Where the reader stands, to come back to.</summary>
    internal readonly Bookmark Mark() => new(_json, _refused?.Count ?? 0, _typedObjects);

    /// <summary>Goes back: what was refused since is read again.</summary>
    internal void Return(in Bookmark mark)
    {
        _json = mark.Json;
        (_expected, _text) = (null, null);
        _refused?.RemoveRange(mark.Refused, _refused.Count - mark.Refused);
    }

    /// <summary>Counts an object whose class depends on its type annotation.</summary>
    internal void CountTyped() => _typedObjects++;

    /// <summary>Whether such an object came since the mark.</summary>
    internal readonly bool HasTypedSince(in Bookmark mark) => _typedObjects > mark.TypedObjects;

    /// <summary>The type of the object that begins here, where it is known from <see cref="FindTypes"/>.</summary>
    internal readonly string? KnownType =>
        _lateTypes is not null && _lateTypes.TryGetValue(_json.TokenStartIndex, out string? type) ? type : null;

    /// <summary>
    /// Finds the type annotations of the object that begins here and of all in it, in one go, because reading each
    /// object again where its annotation comes late would double the work at each level.
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

    // A reader's spans are pieces of one text: from its first token on, a value's text is as long as the reader has
    // gone.
    private readonly ReadOnlySpan<byte> SpanFrom(ReadOnlySpan<byte> first, long position) =>
        MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(first), (int)(_json.BytesConsumed - position));

    private readonly byte[] TextFrom(ReadOnlySpan<byte> first, long position) => SpanFrom(first, position).ToArray();

    private static bool Leave(ref MemberStates states, int index)
    {
        states.Forget(index);
        return false;
    }

    // The first of two members of a name counts. It is in its field already, which stays as it is.
    private bool SkipSecond<T>(out T value)
    {
        Unsafe.SkipInit(out value);
        Note("one member of this name");
        return true;
    }
}

/// <summary>A place in a text that a reader can come back to.</summary>
internal readonly ref struct Bookmark(Utf8JsonReader json, int refused, int typedObjects)
{
    public Utf8JsonReader Json { get; } = json;

    public int Refused { get; } = refused;

    public int TypedObjects { get; } = typedObjects;
}

/// <summary>A value that did not fit.</summary>
/// <param name="Position">Where it begins in the text, in bytes.</param>
/// <param name="Text">The value's JSON.</param>
/// <param name="Expected">What would have fitted.</param>
internal readonly record struct RefusedValue(long Position, byte[] Text, string Expected);
