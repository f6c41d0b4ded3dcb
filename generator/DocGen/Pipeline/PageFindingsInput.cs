namespace DocGen.Generator.Pipeline;

/// <summary>A page, and its findings from the stages after reading.</summary>
internal readonly record struct PageFindingsInput(Page Page, MoreFindings More);
