namespace DocGen.Infrastructure;

/// <summary>One address of an attempt: the call's own, or where a redirect led.</summary>
internal readonly record struct Hop(HttpMethod Method, Uri Uri, bool SendsBody, bool SendsCredentials);
