using System.Diagnostics.CodeAnalysis;

namespace DocGen;

/// <summary>A successful answer with a value, or without one where the status says so (204, 304).</summary>
public class Response<T> : Response
{
    private readonly T? _value;

    /// <summary>A response as it came, its body read as JSON.</summary>
    /// <param name="context">The answer.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="isWrapped">Whether the value may be wrapped in an object: <c>{"value": …}</c>.</param>
    /// <exception cref="UnexpectedResponseException">
    /// The body is not what was documented; the message has the path.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Response(ResponseContext context, JsonItemReader<T> read, bool isWrapped = false)
        : this(context, read, isWrapped, context.HasBody)
    {
    }

    /// <summary>A response made by hand, for tests.</summary>
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

    // Without a value.
    private protected Response(int status)
        : base(status)
    {
    }

    /// <summary>Whether the answer brought a value.</summary>
    [MemberNotNullWhen(true, nameof(_value))]
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The answer brought none; see <see cref="HasValue"/>.</exception>
    public T Value => HasValue
        ? _value
        : throw new InvalidOperationException($"The service answered {Status} without a value.");

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The answer brought none.</exception>
    public static implicit operator T(Response<T> response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Value;
    }
}
