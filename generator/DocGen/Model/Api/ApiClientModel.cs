namespace DocGen.Generator.Model;

/// <summary>The client class: where every operation group hangs.</summary>
/// <param name="ServiceRoot">The service root that the docs name, with no trailing slash, or null where they name
/// none.</param>
internal sealed record ApiClientModel(
    ApiSettings Settings, string? ServiceRoot, EquatableArray<ClientMember> Groups);
