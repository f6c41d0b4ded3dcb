namespace DocGen.Generator.Pipeline;

/// <summary>A page, and what was found on it beyond reading it.</summary>
internal readonly record struct PageFindingsInput(Page Page, MoreFindings More);
