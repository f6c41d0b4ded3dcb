namespace DocGen.Generator.Model;

/// <summary>A row of a permissions table, for example <c>Application</c> and <c>Files.Read.All</c>.</summary>
internal sealed record Permission(string Kind, EquatableArray<string> Scopes);
