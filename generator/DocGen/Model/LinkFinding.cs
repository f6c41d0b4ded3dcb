namespace DocGen.Generator.Model;

/// <summary>
/// A finding of linking about an item on a page. The position is looked up when the finding is reported.
/// </summary>
internal readonly record struct LinkFinding(string RuleId, string Page, string AnchorKey,
    EquatableArray<string> Arguments);
