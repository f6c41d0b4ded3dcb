namespace DocGen.Infrastructure;

/// <summary>What a request carries; gives the content of each attempt anew.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestBody
{
    private protected RequestBody()
    {
    }

    /// <summary>Whether the content can be given once more.</summary>
    internal abstract bool CanReplay { get; }

    /// <summary>The media type, for the <c>type</c> parameter of a multipart message.</summary>
    internal abstract string ContentType { get; }

    /// <summary>The content of the next attempt.</summary>
    /// <param name="moved">Told when it begins to be sent, and then whenever a piece of it was.</param>
    internal abstract HttpContent CreateContent(Action moved);

    /// <summary>The service has done what the body says.</summary>
    internal virtual void Arrived()
    {
    }

    /// <summary>The body as a request takes it to a service: addresses in it are absolute, and a stream is read from
    /// its origin.</summary>
    internal virtual RequestBody For(ApiRequest request, Uri serviceRoot) => this;

    /// <summary>Puts streams that can seek back to where they stood, after a call that failed.</summary>
    internal virtual void Rewind()
    {
    }

    /// <summary>A JSON object with the members that the request itself has.</summary>
    /// <param name="request">The request.</param>
    /// <param name="changesOnly">Whether only members that changed since they were read are written (PATCH).</param>
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

    /// <summary>A JSON object with the members of a payload and those that the request itself has.</summary>
    /// <param name="request">The request.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="changesOnly">Whether only members that changed since they were read are written (PATCH).</param>
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

    /// <summary>A resource as a JSON object.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="parameterName">How the request calls it.</param>
    /// <param name="changesOnly">Whether only members that changed since they were read are written (PATCH).</param>
    /// <exception cref="InvalidOperationException">
    /// There is no resource (the message names it), or it was read and nothing changed that a PATCH could send.
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

    /// <summary>A resource as a JSON object that begins with its type (OData JSON Format 4.01, section
    /// 4.6.3).</summary>
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

    /// <summary>Any JSON value.</summary>
    public static RequestBody JsonValue<T>(T value, JsonItemWriter<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        ResourceWriter writer = ResourceWriter.Rent(WriteMode.Request);
        write(writer, value);
        return new JsonBody(writer.ReturnBytes());
    }

    /// <summary>A form with the fields that the request itself has
    /// (<c>application/x-www-form-urlencoded</c>).</summary>
    public static RequestBody Form(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new FormWriter();
        request.WriteForm(form);
        return new TextBody(form.ToString(), "application/x-www-form-urlencoded");
    }

    /// <summary>A form of parts (RFC 7578); those that are null are left out.</summary>
    /// <exception cref="InvalidOperationException">There is no part.</exception>
    public static RequestBody FormData(params RequestBodyPart?[] parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        RequestBodyPart[] present = [.. parts.OfType<RequestBodyPart>()];
        return present.Length > 0 ? Multipart("form-data", present)
            : throw new InvalidOperationException("None of the form's fields has a value.");
    }

    /// <summary>A reference to an entity, as the one member of a JSON object.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="name">The member's name: <c>@odata.id</c>, or <c>@id</c> since OData 4.01.</param>
    /// <exception cref="InvalidOperationException">There is no reference.</exception>
    public static RequestBody Reference(EntityReference? reference, string name) =>
        new ReferenceBody(Required.NotNull(reference, "Reference"), name);

    /// <summary>
    /// A stream from where it stands to its end; it stays open. One that can seek is sent again from there, by an
    /// attempt or when its request is sent once more, and a call that fails puts it back. One that cannot is sent once:
    /// a request that is sent with it again is refused with an <see cref="InvalidOperationException"/> before anything
    /// is sent.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no stream.</exception>
    /// <exception cref="ArgumentException">The stream cannot be read, or the media type is none.</exception>
    public static RequestBody Stream(Stream? content, string contentType) =>
        new StreamBody(Required.NotNull(content, "Content"), contentType);

    /// <summary>Several parts in one message (RFC 2046): <c>related</c> (RFC 2387), <c>form-data</c> (RFC 7578) and
    /// others.</summary>
    /// <exception cref="ArgumentException">
    /// There is no part, or the name or file name of a form's part holds a control character or half a surrogate pair.
    /// </exception>
    public static RequestBody Multipart(string subtype, params RequestBodyPart[] parts) =>
        new MultipartBody(subtype, parts);
}
