namespace DocGen.Generator.Model;

/// <summary>An operation: a verb and the URLs that call it.</summary>
/// <param name="MethodName">The name of the method, without the <c>Async</c> suffix.</param>
/// <param name="HttpMethod">The HTTP method, in capitals, for example <c>POST</c>.</param>
/// <param name="ResponseClass">The name of the emitted response class, or null if the runtime's type is enough
/// (collections).</param>
/// <param name="Scopes">The permission scopes in the page's annotation. The client requests them from a
/// credential.</param>
/// <param name="IsIdempotent">Whether the operation is documented as idempotent; null if the docs don't document
/// this.</param>
/// <param name="CommonOptions">The options that the request inherits. They are also in the list of options, marked as
/// inherited.</param>
/// <param name="Usages">Other documented URLs, with queries, that return the same result.</param>
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
