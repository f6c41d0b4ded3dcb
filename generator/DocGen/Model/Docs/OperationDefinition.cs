namespace DocGen.Generator.Model;

/// <summary>One verb on a page, with everything the page says about it.</summary>
/// <param name="Names">The annotation names of its requests.</param>
/// <param name="Uploaded">What the last range of content is answered with, at a URL which the operation handed
/// out.</param>
/// <param name="ResponseHeaders">The headers that a table says are answered.</param>
/// <param name="IsList">It gets all of what another operation of the page gets one of.</param>
/// <param name="Usages">Templates with a query, beside others without one: requests that are not the operation's
/// own.</param>
/// <param name="IsVaried">Its URLs and usages end in different words, or some in a key and others in a word.</param>
/// <param name="Calls">The requests that its page shows in full, where its URLs end in different words; else
/// none.</param>
/// <param name="QuerySupport">What the page says of query options as a whole.</param>
/// <param name="Tail">The words by which its URLs go on behind those of another operation of the page, with
/// slashes.</param>
/// <param name="IsMention">The page calls it in passing: where another page documents it, it is that one.</param>
/// <param name="IsSample">What it calls in passing is an example, whose values may stand where a URL has
/// placeholders.</param>
internal sealed record OperationDefinition(
    string HttpMethod,
    EquatableArray<string> Names,
    string? Heading,
    EquatableArray<UrlDefinition> Urls,
    EquatableArray<OptionDefinition> Options,
    BodyDefinition? Body,
    EquatableArray<ResponseDefinition> Responses,
    DocType? Uploaded,
    DocText? Summary,
    DocText? Returns,
    EquatableArray<string> Scopes,
    EquatableArray<Permission> Permissions,
    bool? IsIdempotent,
    string? Deprecation,
    string Tail = "",
    OperationName Name = default,
    EquatableArray<MemberDefinition> ResponseHeaders = default,
    EquatableArray<UsageDefinition> Usages = default,
    bool IsList = false,
    EquatableArray<ShownCall> Calls = default,
    bool IsVaried = false,
    bool IsMention = false,
    bool IsSample = false,
    QuerySupport QuerySupport = default);
