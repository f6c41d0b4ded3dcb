using DocGen.Generator.Json;

namespace DocGen.Generator.Model;

/// <summary>The kinds of values in docs: the OData primitive types, and the types that pages define.</summary>
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

    /// <summary>Bytes, written as base64 in JSON.</summary>
    Binary,

    /// <summary>Content with a separate URL, which is not part of the JSON (<c>Edm.Stream</c>).</summary>
    Stream,

    /// <summary>Any JSON value (<c>Edm.Untyped</c>, Json).</summary>
    Json,

    /// <summary>A JSON object whose members the docs do not describe.</summary>
    JsonObject,

    /// <summary>
    /// A reference to an entity by its URL, which is a string in JSON (OData JSON Format 4.01, section 14).
    /// </summary>
    Reference,

    /// <summary>An emitted class with the name <see cref="TypeRef.Name"/>.</summary>
    Resource,

    /// <summary>An emitted open enum with the name <see cref="TypeRef.Name"/>.</summary>
    Enum,

    /// <summary>A file in a form.</summary>
    File,
}
