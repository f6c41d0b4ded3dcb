namespace DocGen.Generator.Model;

/// <summary>A property of the client: <c>client.DriveItems</c> of type <c>DriveItemOperations</c>.</summary>
internal sealed record ClientMember(string Name, string ClassName, DocText? Summary);
