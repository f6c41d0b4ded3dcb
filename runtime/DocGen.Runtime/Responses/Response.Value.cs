using System.Diagnostics.CodeAnalysis;

namespace DocGen;

/// <summary>A successful response with a value. It has no value if its status excludes a body (204, 304).</summary>
public class Response<T> : Response
{
    private readonly T? _value;

    /// <summary>Creates the response object and reads the JSON body.</summary>
    /// <param name="context">The received response.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="isWrapped">Whether the value may be wrapped in an object: <c>{"value": …}</c>.</param>
    /// <exception cref="UnexpectedResponseException">
    /// The body does not match the docs; the message has the JSON path.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Response(ResponseContext context, JsonItemReader<T> read, bool isWrapped = false)
        : this(context, read, isWrapped, context.HasBody)
    {
    }

    /// <summary>Creates a response, for tests.</summary>
    public Response(T? value, int status = 200, ResponseHeaders? headers = null)
        : base(status, headers)
    {
        _value = value;
        HasValue = value is not null;
    }

    private protected Response(ResponseContext context, JsonItemReader<T> read, bool isWrapped, bool hasValue)
        : base(context)
    {
        if (!hasValue)
            return;
        _value = isWrapped ? context.ReadValue(read) : context.ReadJson(read);
        HasValue = _value is not null;
        Misfits = context.Misfits;
    }

    // Creates a response without a value.
    private protected Response(int status)
        : base(status)
    {
    }

    /// <summary>Whether the response has a value.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The response has no value; see <see cref="HasValue"/>.</exception>
    public T Value => HasValue
        ? _value
        : throw new InvalidOperationException($"The service returned {Status} without a value.");

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The response has no value.</exception>
    public static implicit operator T(Response<T> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Value;
    }
}
