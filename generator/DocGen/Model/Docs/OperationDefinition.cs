namespace DocGen.Generator.Model;

/// <summary>An operation (one verb) as one page documents it.</summary>
/// <param name="Names">The names in the annotations of its requests.</param>
/// <param name="Uploaded">The response type for the last range of content, sent to a URL that the operation
/// returned.</param>
/// <param name="ResponseHeaders">The response headers that a table documents.</param>
/// <param name="IsList">Whether it lists the items that another operation of the page gets by key.</param>
/// <param name="Usages">Templates with a query, if others have none: requests that are not the operation's main
/// one.</param>
/// <param name="IsVaried">Whether its URLs and usages end in different words, or some in a key and others in a
/// word.</param>
/// <param name="Calls">The complete requests on its page, if its URLs end in different words; else empty.</param>
/// <param name="QuerySupport">The page's general statement on query options.</param>
/// <param name="Tail">The words, with slashes, that its URLs append to those of another operation of the page.</param>
/// <param name="IsMention">Whether the page only mentions it. If another page documents it, both are one
/// operation.</param>
/// <param name="IsSample">Whether the mention is an example, which may have values in place of placeholders.</param>
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
