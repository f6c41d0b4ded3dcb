namespace DocGen.Infrastructure;

/// <summary>A part of a multipart message.</summary>
/// <param name="Name">
/// The form field's name, or the <c>Content-ID</c> other parts refer to with <c>cid:</c>. In a form it goes out as
/// UTF-8 (RFC 7578, section 5.1.2) and holds no control character.
/// </param>
/// <param name="Body">What the part holds.</param>
/// <param name="FileName">
/// In a form, the name of the file the part holds; written as <paramref name="Name"/> is.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RequestBodyPart(string Name, RequestBody Body, string? FileName = null)
{
    /// <summary>A field of a form that is text; null where there is no value, so that the form goes without
    /// it.</summary>
    public static RequestBodyPart? Text(string name, string? value) =>
        value is null ? null : new RequestBodyPart(name, new TextBody(value, "text/plain; charset=utf-8"));

    /// <summary>A field of a form that is a file; null where there is none, so that the form goes without it.</summary>
    public static RequestBodyPart? File(string name, FormFile? file) =>
        file is null ? null : new RequestBodyPart(name, RequestBody.Stream(file.Content, file.ContentType),
            file.FileName);
}
