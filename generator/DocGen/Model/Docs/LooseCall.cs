namespace DocGen.Generator.Model;

/// <summary>
/// A request on a page that belongs to none of the page's operations. Another page may document the operation.
/// </summary>
internal readonly record struct LooseCall(string Method, UrlPath Path);
