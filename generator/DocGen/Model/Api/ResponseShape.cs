namespace DocGen.Generator.Model;

/// <summary>The response of an operation. A closed union.</summary>
internal abstract record ResponseShape
{
    private ResponseShape(EquatableArray<int> statuses, EquatableArray<ResponseHeader> headers)
    {
        Statuses = statuses;
        Headers = headers;
    }

    /// <summary>The documented success statuses, ascending.</summary>
    public EquatableArray<int> Statuses { get; init; }

    public EquatableArray<ResponseHeader> Headers { get; init; }

    /// <summary>
    /// The type of the response's single value; null for an empty response, a collection or streamed content.
    /// </summary>
    public TypeRef? ValueType => this switch
    {
        Value value => value.Type,
        LongRunning job => job.Result,
        UploadSession session => session.Session,
        Empty or Collection or Stream => null,
        _ => throw new UnknownCaseException(this),
    };

    /// <summary>A response with a status and headers, but no body.</summary>
    public sealed record Empty(EquatableArray<int> Statuses, EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>One typed value.</summary>
    /// <param name="IsWrapped">Whether the value is inside an object without other members:
    /// <c>{"value": …}</c>.</param>
    public sealed record Value(
        TypeRef Type, bool IsWrapped, EquatableArray<int> Statuses, EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>A collection in pages: <c>AsyncPageable&lt;T&gt;</c>.</summary>
    /// <param name="IsDelta">Whether the last page has a delta link: <c>DeltaPageable&lt;T&gt;</c>.</param>
    /// <param name="Property">The member that contains the items, or null for <c>value</c>.</param>
    /// <param name="Paging">How to request the next page, or null for OData paging.</param>
    public sealed record Collection(
        TypeRef Element, bool IsDelta, EquatableArray<int> Statuses, string? Property = null, Paging? Paging = null)
        : ResponseShape(Statuses, default);

    /// <summary>Streamed content.</summary>
    /// <param name="ContentOf">The documented type of the content, or null.</param>
    public sealed record Stream(TypeRef? ContentOf, EquatableArray<int> Statuses,
        EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>A response with status 202, and a header with the URL of the job's monitor.</summary>
    /// <param name="Result">The type of the job's result, or null.</param>
    /// <param name="IsWrapped">Whether the result is inside an object without other members:
    /// <c>{"value": …}</c>.</param>
    /// <param name="ResultTemplate">The URL template of the result, if the final state of the job contains only the id
    /// of the result; else null.</param>
    public sealed record LongRunning(
        TypeRef? Result, bool IsWrapped, string? ResultTemplate,
        EquatableArray<int> Statuses, EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>An upload session, which accepts large content in ranges.</summary>
    /// <param name="Uploaded">The type that the session returns for its last range, or null if it is
    /// undocumented.</param>
    public sealed record UploadSession(
        TypeRef Session, TypeRef? Uploaded, EquatableArray<int> Statuses,
        EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);
}
