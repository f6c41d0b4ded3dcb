namespace DocGen.Generator.Model;

/// <summary>The sorted names of all classes and enums that can be serialized as JSON.</summary>
internal sealed record ClientTypes(ApiSettings Settings, EquatableArray<string> Resources,
    EquatableArray<string> Enums);
