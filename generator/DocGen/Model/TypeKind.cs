using DocGen.Generator.Json;

namespace DocGen.Generator.Model;

/// <summary>The kinds of value that the docs can name: the OData primitive types, and what pages define.</summary>
internal enum TypeKind
{
    String,
    Boolean,
    Byte,
    SByte,
    Int16,
    Int32,
    Int64,
    Single,
    Double,
    Decimal,
    Guid,
    DateTimeOffset,
    Date,
    TimeOfDay,

    /// <summary>An ISO 8601 duration (<c>Edm.Duration</c>).</summary>
    Duration,

    /// <summary>Bytes, base64 in JSON.</summary>
    Binary,

    /// <summary>Content of its own URL, not part of the JSON (<c>Edm.Stream</c>).</summary>
    Stream,

    /// <summary>Any JSON value (<c>Edm.Untyped</c>, Json).</summary>
    Json,

    /// <summary>A JSON object whose members the docs do not describe.</summary>
    JsonObject,

    /// <summary>An entity by its address, which is a string in JSON (OData JSON Format 4.01, section 14).</summary>
    Reference,

    /// <summary>A class that is emitted; <see cref="TypeRef.Name"/> is its name.</summary>
    Resource,

    /// <summary>An open enum that is emitted; <see cref="TypeRef.Name"/> is its name.</summary>
    Enum,

    /// <summary>A file in a form.</summary>
    File,
}
