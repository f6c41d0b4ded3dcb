namespace DocGen.Infrastructure;

/// <summary>A part of a multipart message.</summary>
/// <param name="Name">
/// The name of the form field, or the <c>Content-ID</c> that other parts refer to with <c>cid:</c>. In a form, it is
/// sent as UTF-8 (RFC 7578, section 5.1.2) and must not contain control characters.
/// </param>
/// <param name="Body">The body of the part.</param>
/// <param name="FileName">In a form, the file name; sent like <paramref name="Name"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RequestBodyPart(string Name, RequestBody Body, string? FileName = null)
{
    /// <summary>Creates a text field of a form; returns null, which omits the field, if the value is null.</summary>
    public static RequestBodyPart? Text(string name, string? value) =>
        value is null ? null : new RequestBodyPart(name, new TextBody(value, "text/plain; charset=utf-8"));

    /// <summary>Creates a file field of a form; returns null, which omits the field, if the file is null.</summary>
    public static RequestBodyPart? File(string name, FormFile? file) =>
        file is null ? null : new RequestBodyPart(name, RequestBody.Stream(file.Content, file.ContentType),
            file.FileName);
}
