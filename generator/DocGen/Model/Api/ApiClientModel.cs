namespace DocGen.Generator.Model;

/// <summary>The client class: where every operation group hangs.</summary>
/// <param name="ServiceRoot">The service root that the docs name, with no trailing slash, or null where they name
/// none.</param>
/// <param name="Size">The size of the whole API, for the build's message.</param>
internal sealed record ApiClientModel(
    ApiSettings Settings, string? ServiceRoot, EquatableArray<ClientMember> Groups, ApiSize Size = default);
