namespace DocGen.Generator.Model;

/// <summary>The definition of an operation (one verb) on one page.</summary>
/// <param name="Names">The names in the annotations of the operation's requests.</param>
/// <param name="Uploaded">The type of the response to the last range of an upload, if the operation returns the URL of
/// an upload session.</param>
/// <param name="ResponseHeaders">The response headers that a table documents.</param>
/// <param name="IsList">Whether the operation lists items and another operation of the page returns one such item by
/// key.</param>
/// <param name="Usages">URL templates with a query, if the operation also has templates without a query. They are
/// alternatives to the main URLs.</param>
/// <param name="IsVaried">Whether the URLs and usages end in different words, or some of them end in a key and others
/// in a word.</param>
/// <param name="Calls">The complete requests on the page, if the operation's URLs end in different words; else
/// empty.</param>
/// <param name="QuerySupport">The page's general statement about query options.</param>
/// <param name="Tail">The words, with slashes, by which the operation's URLs extend the URLs of another operation of
/// the page.</param>
/// <param name="IsMention">Whether the page only mentions the operation. The mention is merged with the definition on
/// another page, if there is one.</param>
/// <param name="IsSample">Whether the mention is an example, which may have values instead of placeholders.</param>
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
