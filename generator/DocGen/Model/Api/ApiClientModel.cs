namespace DocGen.Generator.Model;

/// <summary>The client class, with a property for each group of operations.</summary>
/// <param name="ServiceRoot">The documented service root without a trailing slash, or null if there is none.</param>
/// <param name="Size">The size of the API, for the message that a build prints.</param>
internal sealed record ApiClientModel(
    ApiSettings Settings, string? ServiceRoot, EquatableArray<ClientMember> Groups, ApiSize Size = default);
