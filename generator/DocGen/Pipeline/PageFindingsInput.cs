namespace DocGen.Generator.Pipeline;

/// <summary>A page, and its findings from later stages than reading.</summary>
internal readonly record struct PageFindingsInput(Page Page, MoreFindings More);
