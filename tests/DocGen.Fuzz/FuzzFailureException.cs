namespace DocGen.Fuzz;

/// <summary>Thrown when a case violates a condition of its fuzzer.</summary>
public sealed class FuzzFailureException(string message, Exception? cause = null) : Exception(message, cause);
