namespace DocGen.Infrastructure;

/// <summary>Reads one value; the reader stands on its first token before and on its last token after.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T? JsonItemReader<T>(ref ResourceReader reader);

/// <summary>Writes one item of a collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonItemWriter<T>(ResourceWriter writer, T value);
