namespace DocGen.Infrastructure;

/// <summary>Reads one value, from its first token to its last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T? JsonItemReader<T>(ref ResourceReader reader);

/// <summary>Writes one item of a collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void JsonItemWriter<T>(ResourceWriter writer, T value);
