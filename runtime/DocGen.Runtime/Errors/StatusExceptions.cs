namespace DocGen;

/// <summary>The caller does not have the required permission (403).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class AccessDeniedException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(403, code, message, headers, rawBody);

/// <summary>The service could not authenticate the caller (401).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class AuthenticationFailedException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(401, code, message, headers, rawBody);

/// <summary>
/// The request conflicts with the state of the resource, such as a name that is already in use (409).
/// </summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class ConflictException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(409, code, message, headers, rawBody);

/// <summary>The resource has changed since its entity tag was read (412).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class PreconditionFailedException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(412, code, message, headers, rawBody);

/// <summary>The resource does not exist (404).</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class ResourceNotFoundException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(404, code, message, headers, rawBody);

/// <summary>The service limits the request rate (429), and all allowed retries have failed.</summary>
/// <inheritdoc cref="ApiException(int, string?, string?, IEnumerable{KeyValuePair{string, string}}?, string?)"
/// path="/param"/>
public class ThrottledException(
    string? code = null, string? message = null, IEnumerable<KeyValuePair<string, string>>? headers = null,
    string? rawBody = null)
    : ApiException(429, code, message, headers, rawBody);
