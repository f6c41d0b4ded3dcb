namespace DocGen.Tool.Docs;

/// <summary>Thrown when a command can't read its docs. The message contains the reason.</summary>
internal sealed class UnreadableDocsException(string message, Exception? inner = null) : Exception(message, inner);
