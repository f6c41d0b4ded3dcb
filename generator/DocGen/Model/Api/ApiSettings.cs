namespace DocGen.Generator.Model;

// The linked model: the content of a doc set, with all names resolved and all identifiers chosen. The emission stage
// writes the model as C#. The model has no positions in pages, so a shifted line changes no output.

/// <summary>The settings of one doc set, which becomes one client.</summary>
/// <param name="Api">The name of the set (the <c>Api</c> metadata of its items); empty for the unnamed set.</param>
/// <param name="Namespace">The namespace of all code that is emitted for the set.</param>
/// <param name="ClientName">The name of the client class, for example <c>DriveClient</c>.</param>
internal sealed record ApiSettings(string Api, string Namespace, string ClientName)
{
    /// <summary>The name of the client's JSON resolver, for example <c>DriveClientJson</c>.</summary>
    public string JsonResolverName => ClientName + "Json";
}
