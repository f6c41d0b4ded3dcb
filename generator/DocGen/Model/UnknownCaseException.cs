namespace DocGen.Generator.Model;

/// <summary>A switch over a closed union lacks a case: the compiler can't know that there are no others.</summary>
internal sealed class UnknownCaseException(
    object value) : InvalidOperationException("No case for " + value.GetType().Name + ".");
