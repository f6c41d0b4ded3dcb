namespace DocGen.Generator.Model;

/// <summary>A request that a page shows but that none of its operations sends. Another page may document it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path of the URL.</param>
/// <param name="IsSaid">Whether a sentence of plain docs says it, with words between method and URL.</param>
internal readonly record struct LooseCall(string Method, UrlPath Path, bool IsSaid = false);
