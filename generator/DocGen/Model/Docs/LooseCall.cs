namespace DocGen.Generator.Model;

/// <summary>A request that a page shows but that none of its operations sends. Another page may document it.</summary>
internal readonly record struct LooseCall(string Method, UrlPath Path);
