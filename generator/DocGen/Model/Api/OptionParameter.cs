namespace DocGen.Generator.Model;

/// <summary>A documented query option, request header or function argument.</summary>
/// <param name="WireName">As sent, for example <c>$top</c> or <c>If-Match</c>.</param>
internal sealed record OptionParameter(
    OptionLocation Location, string WireName, string Name, TypeRef Type, bool IsRequired, DocText? Summary);
