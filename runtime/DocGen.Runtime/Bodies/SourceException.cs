namespace DocGen.Infrastructure;

/// <summary>
/// The caller's own stream failed while it was sent. Of a type of its own, because an <see cref="IOException"/> would
/// pass for one of the connection; it never leaves a call: the failure inside does.
/// </summary>
internal sealed class SourceException(Exception failure) : Exception(failure.Message, failure);
