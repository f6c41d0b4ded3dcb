namespace DocGen.Infrastructure;

/// <summary>
/// Thrown when the caller's stream fails while it is sent. It is a separate type, because an <see cref="IOException"/>
/// would look like a connection failure. Callers receive the inner exception instead.
/// </summary>
internal sealed class SourceException(Exception failure) : Exception(failure.Message, failure);
