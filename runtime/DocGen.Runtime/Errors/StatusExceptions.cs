namespace DocGen;

/// <summary>The caller lacks the permission (403).</summary>
public class AccessDeniedException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public AccessDeniedException(
        string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null, string? rawBody = null)
        : base(403, code, message, headers, rawBody)
    {
    }

    internal AccessDeniedException(ApiFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The service does not know who is calling (401).</summary>
public class AuthenticationFailedException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public AuthenticationFailedException(
        string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null, string? rawBody = null)
        : base(401, code, message, headers, rawBody)
    {
    }

    internal AuthenticationFailedException(ApiFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The request is in conflict with the resource's state, such as a name that is taken (409).</summary>
public class ConflictException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public ConflictException(
        string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null, string? rawBody = null)
        : base(409, code, message, headers, rawBody)
    {
    }

    internal ConflictException(ApiFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The resource was changed since its entity tag was read (412).</summary>
public class PreconditionFailedException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public PreconditionFailedException(
        string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null, string? rawBody = null)
        : base(412, code, message, headers, rawBody)
    {
    }

    internal PreconditionFailedException(ApiFailure failure)
        : base(failure)
    {
    }
}

/// <summary>There is no such resource (404).</summary>
public class ResourceNotFoundException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public ResourceNotFoundException(
        string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null, string? rawBody = null)
        : base(404, code, message, headers, rawBody)
    {
    }

    internal ResourceNotFoundException(ApiFailure failure)
        : base(failure)
    {
    }
}

/// <summary>The service asks to be called less often (429), after the retries that were allowed.</summary>
public class ThrottledException : ApiException
{
    /// <summary>An error made by hand, for tests.</summary>
    /// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"/>
    public ThrottledException(
        string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null, string? rawBody = null)
        : base(429, code, message, headers, rawBody)
    {
    }

    internal ThrottledException(ApiFailure failure)
        : base(failure)
    {
    }
}
