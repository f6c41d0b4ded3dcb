namespace DocGen.Generator.Model;

// The linked model: what a doc set says, with every name resolved and every identifier chosen. Emission only writes
// it down. Nothing here has a position in a page, so that a shifted line changes no output.

/// <summary>One set of docs becomes one client.</summary>
/// <param name="Api">The set's name (the <c>Api</c> metadata of its items), empty for the unnamed set.</param>
/// <param name="Namespace">The namespace of everything that is emitted for the set.</param>
/// <param name="ClientName">The client class's name, for example <c>DriveClient</c>.</param>
internal sealed record ApiSettings(string Api, string Namespace, string ClientName)
{
    /// <summary>The name of the client's JSON resolver, for example <c>DriveClientJson</c>.</summary>
    public string JsonResolverName => ClientName + "Json";
}
