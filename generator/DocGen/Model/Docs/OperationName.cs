namespace DocGen.Generator.Model;

/// <summary>What its page calls an operation. Siblings with the same name are told apart when pages are
/// linked.</summary>
/// <param name="Resource">The group it belongs to, in lower-case singular.</param>
/// <param name="Method">The method's name, without the <c>Async</c> suffix.</param>
/// <param name="InUrl">The resource as the URLs spell it, where that says more than the first letter's case; else
/// null.</param>
/// <param name="InText">The resource as types, links and the title spell it, by the same rule.</param>
/// <param name="IsOfPage">A URL ends in the page's own name: of two operations of a page with one name, this takes
/// it.</param>
/// <param name="Number">Where there is one of the resource, the group goes by the singular.</param>
/// <param name="Type">
/// Of the types that are sent or answered, in lower case: the resource, else one whose name ends in it; null where
/// there is none.
/// </param>
/// <param name="Longer">The method's name where another operation of the group has the first, or null.</param>
internal readonly record struct OperationName(string Resource, string Method, string? InUrl, string? InText,
    bool IsOfPage,
    GroupNumber Number = GroupNumber.Unsaid,
    string? Longer = null,
    string? Type = null);
