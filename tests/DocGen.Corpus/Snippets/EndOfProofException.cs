namespace DocGen.Corpus;

/// <summary>A snippet goes on behind the request that it is compared by: to the next page, to a job's state, or to an
/// upload.</summary>
internal sealed class EndOfProofException() : Exception("The snippet has sent what it is compared by.");
