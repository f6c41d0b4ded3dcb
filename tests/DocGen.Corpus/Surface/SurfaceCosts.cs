namespace DocGen.Corpus.Surface;

/// <summary>What edits cost without a surface file and with one.</summary>
internal sealed record SurfaceCosts((TimeSpan Without, TimeSpan With) Property,
    (TimeSpan Without, TimeSpan With) Prose);
