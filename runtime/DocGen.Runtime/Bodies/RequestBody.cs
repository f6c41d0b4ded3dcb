namespace DocGen.Infrastructure;

/// <summary>The body of a request. It creates new content for each attempt.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestBody
{
    private protected RequestBody()
    {
    }

    /// <summary>Whether the content can be sent again.</summary>
    internal abstract bool CanReplay { get; }

    /// <summary>The media type, for the <c>type</c> parameter of a multipart message.</summary>
    internal abstract string ContentType { get; }

    /// <summary>Creates the content of the next attempt.</summary>
    /// <param name="moved">Called when sending starts, and after each piece.</param>
    internal abstract HttpContent CreateContent(Action moved);

    /// <summary>Called when the service has carried out the request.</summary>
    internal virtual void Arrived()
    {
    }

    /// <summary>
    /// Adapts the body to a request and a service: URLs become absolute, and a stream is read from its original
    /// position.
    /// </summary>
    internal virtual RequestBody For(ApiRequest request, Uri serviceRoot) => this;

    /// <summary>Resets seekable streams to their original position after a failed call.</summary>
    internal virtual void Rewind()
    {
    }

    /// <summary>Creates a JSON object with the request's own members.</summary>
    /// <param name="request">The request.</param>
    /// <param name="changesOnly">Whether to write only members that changed since they were read (PATCH).</param>
    public static RequestBody Json(ApiRequest request, bool changesOnly = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Json(changesOnly, writer =>
        {
            writer.Json.WriteStartObject();
            request.WriteBody(writer);
            writer.Json.WriteEndObject();
            return writer.Inlined;
        });
    }

    /// <summary>Creates a JSON object with the members of the payload and the request's own members.</summary>
    /// <param name="request">The request.</param>
    /// <param name="payload">The payload of the request.</param>
    /// <param name="changesOnly">Whether to write only members that changed since they were read (PATCH).</param>
    public static RequestBody Json<TResponse, TPayload>(
        ApiRequest<TResponse, TPayload> request, TPayload payload, bool changesOnly = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Json(changesOnly, writer =>
        {
            writer.Json.WriteStartObject();
            request.WriteBody(writer, payload);
            writer.Json.WriteEndObject();
            return writer.Inlined;
        });
    }

    /// <summary>Creates a JSON object from a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="parameterName">The parameter name, for exception messages.</param>
    /// <param name="changesOnly">Whether to write only members that changed since they were read (PATCH).</param>
    /// <exception cref="InvalidOperationException">
    /// The resource is null (the message contains its name), or it has members but no changes for a PATCH.
    /// </exception>
    public static RequestBody Json<T>(T? resource, string parameterName, bool changesOnly = false) where T : ApiResource
    {
        T present = Required.NotNull(resource, parameterName);
        return Json(changesOnly, writer =>
        {
            writer.Object(present, typeof(T));
            return present;
        });
    }

    /// <summary>
    /// Creates a JSON object from a resource, starting with its type (OData JSON Format 4.01, section 4.6.3).
    /// </summary>
    /// <inheritdoc cref="Json{T}(T, string, bool)"/>
    public static RequestBody TypedJson<T>(T? resource, string parameterName, bool changesOnly = false)
        where T : ApiResource
    {
        T present = Required.NotNull(resource, parameterName);
        return Json(changesOnly, writer =>
        {
            writer.Object(present, typeof(ApiResource));
            return present;
        });
    }

    private static JsonBody Json(bool changesOnly, Func<ResourceWriter, ApiResource?> write)
    {
        if (changesOnly)
            return ChangesBody.Of(write);
        ResourceWriter writer = ResourceWriter.Rent(WriteMode.Request);
        write(writer);
        return new JsonBody(writer.ReturnBytes());
    }

    /// <summary>Creates any JSON value.</summary>
    public static RequestBody JsonValue<T>(T value, JsonItemWriter<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ResourceWriter writer = ResourceWriter.Rent(WriteMode.Request);
        write(writer, value);
        return new JsonBody(writer.ReturnBytes());
    }

    /// <summary>Creates a form with the request's own fields (<c>application/x-www-form-urlencoded</c>).</summary>
    public static RequestBody Form(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new FormWriter();
        request.WriteForm(form);
        return new TextBody(form.ToString(), "application/x-www-form-urlencoded");
    }

    /// <summary>Creates a multipart form (RFC 7578); parts that are null are omitted.</summary>
    /// <exception cref="InvalidOperationException">There is no part.</exception>
    public static RequestBody FormData(params RequestBodyPart?[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        RequestBodyPart[] present = [.. parts.OfType<RequestBodyPart>()];
        return present.Length > 0 ? Multipart("form-data", present)
            : throw new InvalidOperationException("None of the form's fields has a value.");
    }

    /// <summary>Creates a JSON object whose only member is a reference to an entity.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="name">The name of the member: <c>@odata.id</c>, or <c>@id</c> since OData 4.01.</param>
    /// <exception cref="InvalidOperationException">The reference is null.</exception>
    public static RequestBody Reference(EntityReference? reference, string name) =>
        new ReferenceBody(Required.NotNull(reference, "Reference"), name);

    /// <summary>
    /// Creates a body from a stream, from its current position to its end; the stream stays open. A seekable stream can
    /// be sent again, by a retry or with the same request, and a failed call resets its position. A stream that can't
    /// seek is sent only once: sending it again with the same request throws an <see cref="InvalidOperationException"/>
    /// before anything is sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">The stream is null.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read, or the media type is invalid.</exception>
    public static RequestBody Stream(Stream? content, string contentType) =>
        new StreamBody(Required.NotNull(content, "Content"), contentType);

    /// <summary>
    /// Creates a multipart message (RFC 2046): <c>related</c> (RFC 2387), <c>form-data</c> (RFC 7578) and others.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There is no part, or the name or file name of a form part contains a control character or an unpaired surrogate.
    /// </exception>
    public static RequestBody Multipart(string subtype, params RequestBodyPart[] parts) =>
        new MultipartBody(subtype, parts);
}
