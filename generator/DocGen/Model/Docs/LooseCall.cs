namespace DocGen.Generator.Model;

/// <summary>A request that a page shows and that none of its operations sends: another page may document it.</summary>
internal readonly record struct LooseCall(string Method, UrlPath Path);
