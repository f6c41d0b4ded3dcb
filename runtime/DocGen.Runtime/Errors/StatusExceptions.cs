namespace DocGen;

/// <summary>The caller lacks the permission (403).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class AccessDeniedException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(403, code, message, headers, rawBody);

/// <summary>The service does not know who is calling (401).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class AuthenticationFailedException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(401, code, message, headers, rawBody);

/// <summary>The request is in conflict with the resource's state, such as a name that is taken (409).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class ConflictException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(409, code, message, headers, rawBody);

/// <summary>The resource was changed since its entity tag was read (412).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class PreconditionFailedException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(412, code, message, headers, rawBody);

/// <summary>There is no such resource (404).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class ResourceNotFoundException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(404, code, message, headers, rawBody);

/// <summary>The service asks to be called less often (429), after the retries that were allowed.</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)" path="/param"/>
public class ThrottledException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(429, code, message, headers, rawBody);
