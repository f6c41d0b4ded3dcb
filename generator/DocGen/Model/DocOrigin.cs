using System.Text;

namespace DocGen.Generator.Model;

/// <summary>Where in the docs something came from.</summary>
/// <param name="Page">The page's path relative to the doc set's root, with forward slashes.</param>
/// <param name="Heading">The text of the nearest heading above, or null at the top of the page.</param>
internal readonly record struct DocOrigin(string Page, string? Heading);
