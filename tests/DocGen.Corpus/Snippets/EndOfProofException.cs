namespace DocGen.Corpus;

/// <summary>
/// Thrown when a snippet sends another request after the compared one: for the next page, the status of a job, or an
/// upload.
/// </summary>
internal sealed class EndOfProofException() : Exception("The snippet has sent the request to compare.");
