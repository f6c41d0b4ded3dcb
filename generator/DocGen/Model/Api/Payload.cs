namespace DocGen.Generator.Model;

/// <summary>The one thing that a request sends, which the caller gives to the operation's method.</summary>
/// <param name="Name">The parameter's: <c>body</c>, <c>content</c> or <c>reference</c>.</param>
internal sealed record Payload(string Name, TypeRef Type, DocText? Summary)
{
    /// <summary>The payload of a body, or null where the body is made of members of the request.</summary>
    public static Payload? Of(RequestBody? body) => body switch
    {
        RequestBody.Json { Resource: { } resource } => new Payload("body", resource.Type, resource.Summary),
        RequestBody.Stream content => new Payload("content", new TypeRef(TypeKind.Stream), content.Summary),
        RequestBody.Reference { Member: { IsRequired: true } reference } =>
            new Payload("reference", reference.Type, reference.Summary),
        _ => null,
    };
}
