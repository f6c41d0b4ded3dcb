namespace DocGen.Generator.Model;

/// <summary>The names of every class and enum that is read and written as JSON, sorted.</summary>
internal sealed record ClientTypes(ApiSettings Settings, EquatableArray<string> Resources,
    EquatableArray<string> Enums);
