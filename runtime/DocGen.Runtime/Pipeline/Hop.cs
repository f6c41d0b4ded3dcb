namespace DocGen.Infrastructure;

/// <summary>One URL that an attempt is sent to: the URL of the call, or the target of a redirect.</summary>
internal readonly record struct Hop(HttpMethod Method, Uri Uri, bool SendsBody, bool SendsCredentials);
