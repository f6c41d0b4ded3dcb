namespace DocGen.Generator.Model;

/// <summary>
/// A request on a page that belongs to none of the page's operations. Another page may document the operation.
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path of the URL.</param>
/// <param name="IsSaid">Whether a sentence of plain docs has it, with words between method and URL.</param>
internal readonly record struct LooseCall(string Method, UrlPath Path, bool IsSaid = false);
