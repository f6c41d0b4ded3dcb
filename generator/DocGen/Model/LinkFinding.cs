namespace DocGen.Generator.Model;

/// <summary>
/// A finding of the linking stage about an item on a page. The position of the item is looked up when the finding is
/// reported.
/// </summary>
internal readonly record struct LinkFinding(string RuleId, string Page, string AnchorKey,
    EquatableArray<string> Arguments);
