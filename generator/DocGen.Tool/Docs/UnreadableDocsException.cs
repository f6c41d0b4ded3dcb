namespace DocGen.Tool.Docs;

/// <summary>Thrown when the docs of a command cannot be read; the message says why.</summary>
internal sealed class UnreadableDocsException(string message, Exception? inner = null) : Exception(message, inner);
