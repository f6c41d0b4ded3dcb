using System.Text;

namespace DocGen.Generator.Model;

/// <summary>The page and the heading that define a type or an operation.</summary>
/// <param name="Page">The page's path relative to the doc set's root, with forward slashes.</param>
/// <param name="Heading">The text of the nearest heading above, or null at the top of the page.</param>
internal readonly record struct DocOrigin(string Page, string? Heading);
