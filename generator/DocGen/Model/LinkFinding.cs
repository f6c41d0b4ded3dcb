namespace DocGen.Generator.Model;

/// <summary>A finding of linking: which thing on which page; its place is looked up when it is reported.</summary>
internal readonly record struct LinkFinding(string RuleId, string Page, string AnchorKey,
    EquatableArray<string> Arguments);
