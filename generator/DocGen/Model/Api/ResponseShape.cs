namespace DocGen.Generator.Model;

/// <summary>What an operation answers: a closed union.</summary>
internal abstract record ResponseShape
{
    private ResponseShape(EquatableArray<int> statuses, EquatableArray<ResponseHeader> headers)
    {
        Statuses = statuses;
        Headers = headers;
    }

    /// <summary>Every success status the page shows or tells of, ascending.</summary>
    public EquatableArray<int> Statuses { get; init; }

    public EquatableArray<ResponseHeader> Headers { get; init; }

    /// <summary>The type of the one value that the response has, or null where it has none or many.</summary>
    public TypeRef? ValueType => this switch
    {
        Value value => value.Type,
        LongRunning job => job.Result,
        UploadSession session => session.Session,
        Empty or Collection or Stream => null,
        _ => throw new UnknownCaseException(this),
    };

    /// <summary>A status and headers, no body.</summary>
    public sealed record Empty(EquatableArray<int> Statuses, EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>One typed value.</summary>
    /// <param name="IsWrapped">The docs show the value alone inside <c>{"value": …}</c>.</param>
    public sealed record Value(
        TypeRef Type, bool IsWrapped, EquatableArray<int> Statuses, EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>A collection in pages: <c>AsyncPageable&lt;T&gt;</c>.</summary>
    /// <param name="IsDelta">A delta link is at its end: <c>DeltaPageable&lt;T&gt;</c>.</param>
    /// <param name="Property">The member that has the items, or null for <c>value</c>.</param>
    /// <param name="Paging">How the next page is asked for, where the docs say so in another way than OData's.</param>
    public sealed record Collection(
        TypeRef Element, bool IsDelta, EquatableArray<int> Statuses, string? Property = null, Paging? Paging = null)
        : ResponseShape(Statuses, default);

    /// <summary>Content that is streamed.</summary>
    /// <param name="ContentOf">The type that the docs name for it, or null.</param>
    public sealed record Stream(TypeRef? ContentOf, EquatableArray<int> Statuses,
        EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>202 with a <c>Location</c> to monitor.</summary>
    /// <param name="Result">The type of the job's result, or null.</param>
    /// <param name="IsWrapped">The docs show the result alone inside <c>{"value": …}</c>.</param>
    /// <param name="ResultTemplate">Where the result of a job is found that ends with no more than its id, or
    /// null.</param>
    public sealed record LongRunning(
        TypeRef? Result, bool IsWrapped, string? ResultTemplate,
        EquatableArray<int> Statuses, EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);

    /// <summary>A session that takes large content in ranges.</summary>
    /// <param name="Uploaded">What the session answers its last range with, or null where the docs do not say.</param>
    public sealed record UploadSession(
        TypeRef Session, TypeRef? Uploaded, EquatableArray<int> Statuses,
        EquatableArray<ResponseHeader> Headers = default)
        : ResponseShape(Statuses, Headers);
}
