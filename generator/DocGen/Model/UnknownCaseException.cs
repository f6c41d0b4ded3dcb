namespace DocGen.Generator.Model;

/// <summary>Thrown when a switch over a closed union lacks a case, which the compiler can't check.</summary>
internal sealed class UnknownCaseException(
    object value) : InvalidOperationException("No case for " + value.GetType().Name + ".");
