namespace DocGen.Fuzz;

/// <summary>What must hold for a case did not.</summary>
public sealed class FuzzFailureException(string message, Exception? cause = null) : Exception(message, cause);
