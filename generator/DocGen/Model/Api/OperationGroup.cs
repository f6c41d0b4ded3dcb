namespace DocGen.Generator.Model;

/// <summary>The operations on a resource: <c>client.{Name}</c>, class <c>{ClassName}</c>.</summary>
internal sealed record OperationGroup(
    string Name, string ClassName, DocText? Summary, EquatableArray<Operation> Operations);
