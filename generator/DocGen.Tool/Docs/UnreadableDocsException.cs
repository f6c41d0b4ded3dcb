namespace DocGen.Tool.Docs;

/// <summary>The docs that a command names cannot be read; the message says why.</summary>
internal sealed class UnreadableDocsException(string message, Exception? inner = null) : Exception(message, inner);
