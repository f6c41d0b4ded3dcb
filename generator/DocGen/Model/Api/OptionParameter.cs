namespace DocGen.Generator.Model;

/// <summary>A documented query option, request header or function argument.</summary>
/// <param name="WireName">The name on the wire, for example <c>$top</c> or <c>If-Match</c>.</param>
/// <param name="IsInherited">Whether the request inherits the option from a base class of the runtime.</param>
internal sealed record OptionParameter(
    OptionLocation Location, string WireName, string Name, TypeRef Type, bool IsRequired, DocText? Summary,
    bool IsInherited = false);
