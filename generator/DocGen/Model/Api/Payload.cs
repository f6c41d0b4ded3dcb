namespace DocGen.Generator.Model;

/// <summary>The single value that a request sends, and that the caller passes to the operation's method.</summary>
/// <param name="Name">The name of the parameter: <c>body</c>, <c>content</c> or <c>reference</c>.</param>
internal sealed record Payload(string Name, TypeRef Type, DocText? Summary)
{
    /// <summary>The payload of a body, or null if the body consists of members of the request.</summary>
    public static Payload? Of(RequestBody? body) => body switch
    {
        RequestBody.Json { Resource: { } resource } => new Payload("body", resource.Type, resource.Summary),
        RequestBody.Stream content => new Payload("content", new TypeRef(TypeKind.Stream), content.Summary),
        RequestBody.Reference { Member: { IsRequired: true } reference } =>
            new Payload("reference", reference.Type, reference.Summary),
        _ => null,
    };
}
