namespace DocGen.Generator.Model;

/// <summary>The operations on a resource: <c>client.{Name}</c>, class <c>{ClassName}</c>.</summary>
/// <param name="UrlsClassName">The class of the extension methods that choose one of several URLs.</param>
internal sealed record OperationGroup(
    string Name, string ClassName, string UrlsClassName, DocText? Summary, EquatableArray<Operation> Operations);
