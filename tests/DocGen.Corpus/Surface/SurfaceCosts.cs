namespace DocGen.Corpus.Surface;

/// <summary>The times of runs after edits, without and with a surface file.</summary>
internal sealed record SurfaceCosts((TimeSpan Without, TimeSpan With) Property,
    (TimeSpan Without, TimeSpan With) Prose);
