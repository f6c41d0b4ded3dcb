namespace DocGen.Generator.Model;

/// <summary>One operation: a verb and the URLs it can be called by.</summary>
/// <param name="MethodName">Without the <c>Async</c> suffix.</param>
/// <param name="HttpMethod">In capitals, for example <c>POST</c>.</param>
/// <param name="ResponseClass">The emitted response class's name, or null where the runtime's own type is enough
/// (collections).</param>
/// <param name="Scopes">The permission scopes the page's annotation names, to ask a credential for.</param>
/// <param name="IsIdempotent">What the docs say, or null where they say nothing.</param>
/// <param name="CommonOptions">The options that the request inherits: they are among the options, marked.</param>
/// <param name="Usages">Other requests, with their queries, that give the same: what the docs show beside the
/// operation's own URLs.</param>
internal sealed record Operation(
    string MethodName,
    string HttpMethod,
    string RequestClass,
    string? ResponseClass,
    EquatableArray<UrlTemplate> Urls,
    EquatableArray<OptionParameter> Options,
    RequestBody? Body,
    ResponseShape Response,
    EquatableArray<string> Scopes,
    bool? IsIdempotent,
    OperationDocs Docs,
    EquatableArray<UrlUsage> Usages = default,
    CommonOptions CommonOptions = CommonOptions.None);
