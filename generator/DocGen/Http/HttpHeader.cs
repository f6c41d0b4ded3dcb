namespace DocGen.Generator.Http;

internal sealed record HttpHeader(string Name, string Value, int Start, int End);
