namespace DocGen.Infrastructure;

/// <summary>
/// A JSON body with the changes to a resource. The changes are accepted when the service has received them.
/// </summary>
internal sealed class ChangesBody : JsonBody
{
    private readonly Func<ResourceWriter, ApiResource?> _write;
    private readonly ApiResource? _resource;

    private ChangesBody(byte[] json, Func<ResourceWriter, ApiResource?> write, ApiResource? resource)
        : base(json) => (_write, _resource) = (write, resource);

    /// <summary>
    /// Creates the body from the changes that the function writes; the function returns the changed resource.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// The resource has members, but none of them has changed. A resource without any member is sent as an empty
    /// object.
    /// </exception>
    public static ChangesBody Of(Func<ResourceWriter, ApiResource?> write)
    {
        (byte[] json, ApiResource? resource) = Write(write);
        if (resource is not null && IsEmpty(json) && resource.HasMembers)
        {
            throw new InvalidOperationException(
                $"The {resource.GetType().Name} has no change to send " +
                "since it was read or its changes were accepted. " +
                $"Call {nameof(ApiResourceExtensions.MarkAllChanged)} on it to send all of its members.");
        }

        return new ChangesBody(json, write, resource);
    }

    // If the resource was changed during the call, it now has changes that were not sent, so nothing is accepted.
    internal override void Arrived()
    {
        if (_resource is not null && Write(_write).Json.AsSpan().SequenceEqual(Utf8Text))
            _resource.AcceptChanges();
    }

    private static (byte[] Json, ApiResource? Resource) Write(Func<ResourceWriter, ApiResource?> write)
    {
        ResourceWriter writer = ResourceWriter.Rent(WriteMode.Changes);
        ApiResource? resource = write(writer);
        return (writer.ReturnBytes(), resource);
    }

    // Whether the object has no members except its type.
    private static bool IsEmpty(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("@odata.type"u8))
        {
            reader.Read();
            reader.Read();
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }
}
