namespace DocGen.Generator.Model;

/// <summary>
/// The name of an operation according to its page. The linking stage makes equal names in a group distinct.
/// </summary>
/// <param name="Resource">The name of the operation's group, in lower case and singular.</param>
/// <param name="Method">The method's name, without the <c>Async</c> suffix.</param>
/// <param name="InUrl">The spelling of the resource in URLs, if it has capitals after the first letter; else
/// null.</param>
/// <param name="InText">The spelling of the resource in types, links and the title, if it has capitals after the first
/// letter; else null.</param>
/// <param name="IsOfPage">Whether the operation is the main operation of the page, according to the page's file name or
/// title. It keeps its name if another operation has the same name.</param>
/// <param name="Number">Whether the resource is a single instance or a collection, which decides whether the group name
/// is singular or plural.</param>
/// <param name="Type">The request or response type, in lower case, whose name equals the resource's name, or else ends
/// in it; null if there is none.</param>
/// <param name="Longer">A longer name of the method, which is used if another operation of the group has the short
/// name; or null.</param>
internal readonly record struct OperationName(string Resource, string Method, string? InUrl, string? InText,
    bool IsOfPage,
    GroupNumber Number = GroupNumber.Unsaid,
    string? Longer = null,
    string? Type = null);
