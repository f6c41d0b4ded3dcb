using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocGen.Infrastructure;

namespace DocGen;

/// <summary>
/// The base of every resource: plain data that knows which of its members a service sent or a caller assigned, and
/// which were assigned since.
/// </summary>
public abstract class ApiResource
{
    private JsonObject? _additionalProperties;
    private JsonObject? _additionalPropertiesAsRead;

    /// <summary>
    /// The members the documentation does not know, by name. Those a service sent are kept and written back; what is
    /// added here is sent too.
    /// </summary>
    public JsonObject AdditionalProperties
    {
        get
        {
            // Whoever holds the object may change it; the copy to compare with is made only then.
            if (_additionalProperties is not null && _additionalPropertiesAsRead is null)
                _additionalPropertiesAsRead = (JsonObject)_additionalProperties.DeepClone();
            _additionalPropertiesAsRead ??= [];
            return _additionalProperties ??= [];
        }
    }

    /// <summary>
    /// The <c>@odata.type</c> annotation (OData JSON Format 4.01, section 4.6.3) as the service sent it, or to be sent
    /// instead of the documented one; for example <c>#microsoft.graph.folder</c>.
    /// </summary>
    public string? ODataType { get; set; }

    /// <summary>The documented qualified name of this class, without <c>#</c>; null where it has none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual string? ODataTypeName => null;

    /// <summary>Whether anything was changed since this object was read, nested objects and lists included.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool HasChanges =>
        _additionalPropertiesAsRead is not null &&
        !JsonNode.DeepEquals(_additionalProperties, _additionalPropertiesAsRead);

    /// <summary>A copy that shares nothing with this object and keeps what is known of its members.</summary>
    public virtual ApiResource Clone()
    {
        var copy = (ApiResource)MemberwiseClone();
        copy._additionalProperties = (JsonObject?)_additionalProperties?.DeepClone();
        copy._additionalPropertiesAsRead = (JsonObject?)_additionalPropertiesAsRead?.DeepClone();
        copy.CloneMembers();
        return copy;
    }

    /// <summary>Called on a fresh shallow copy: replaces nested objects and lists by copies.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual void CloneMembers()
    {
    }

    /// <summary>Reads the value of the member of that name, or returns false where there is no such member.</summary>
    /// <param name="name">The unescaped UTF-8 name.</param>
    /// <param name="reader">Stands on the value's first token; on return on its last.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool ReadMember(ReadOnlySpan<byte> name, ref Utf8JsonReader reader) => false;

    /// <summary>Writes the members; a derived class calls its base first.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void WriteMembers(ResourceWriter writer)
    {
    }

    /// <summary>Reads the members of the object whose opening brace the reader stands on.</summary>
    internal void Read(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
            reader.Read();
            if (!ReadMember(name, ref reader))
                ReadAdditional(name, ref reader);
        }
    }

    /// <summary>Writes the type annotation, the members and the unknown members into the object that is open.</summary>
    internal void Write(ResourceWriter writer)
    {
        string? type = ODataType ?? (IsDerived && ODataTypeName is { } declared ? "#" + declared : null);
        if (type is not null)
            writer.Json.WriteString("@odata.type"u8, type);

        WriteMembers(writer);

        if (_additionalProperties is null)
            return;
        foreach ((string name, JsonNode? value) in _additionalProperties)
        {
            if (writer.ChangesOnly && !IsChanged(name, value))
                continue;
            writer.Json.WritePropertyName(name);
            ResourceWriter.WriteNode(writer.Json, value);
        }
    }

    // A service cannot tell which class of a hierarchy a body holds unless the body says so.
    private bool IsDerived => GetType().BaseType != typeof(ApiResource);

    private void ReadAdditional(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (name.SequenceEqual("@odata.type"u8) && reader.TokenType is JsonTokenType.String)
            ODataType = reader.GetString();
        else
            (_additionalProperties ??= [])[Encoding.UTF8.GetString(name)] = JsonNode.Parse(ref reader);
    }

    private bool IsChanged(string name, JsonNode? value)
    {
        if (_additionalPropertiesAsRead is null)
            return false;
        return !_additionalPropertiesAsRead.TryGetPropertyValue(name, out JsonNode? before) ||
            !JsonNode.DeepEquals(before, value);
    }
}
