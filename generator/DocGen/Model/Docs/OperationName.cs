namespace DocGen.Generator.Model;

/// <summary>The name of an operation according to its page. Linking makes equal names in a group distinct.</summary>
/// <param name="Resource">The group it belongs to, in lower-case singular.</param>
/// <param name="Method">The method's name, without the <c>Async</c> suffix.</param>
/// <param name="InUrl">The resource as the URLs spell it, if the spelling has capitals after the first letter; else
/// null.</param>
/// <param name="InText">The resource as types, links and the title spell it, under the same condition; else
/// null.</param>
/// <param name="IsOfPage">Whether a URL ends in the page's own name. This operation keeps its name if another on the
/// page has the same.</param>
/// <param name="Number">If there is only one instance of the resource, the group name is singular.</param>
/// <param name="Type">The request or response type, in lower case, that is the resource, else one whose name ends in
/// it; null if there is none.</param>
/// <param name="Longer">The method's name if another operation of the group has the short one, or null.</param>
internal readonly record struct OperationName(string Resource, string Method, string? InUrl, string? InText,
    bool IsOfPage,
    GroupNumber Number = GroupNumber.Unsaid,
    string? Longer = null,
    string? Type = null);
