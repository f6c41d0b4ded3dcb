namespace DocGen.Infrastructure;

/// <summary>A part of a multipart message.</summary>
/// <param name="name">The form field's name, or the <c>Content-ID</c> other parts refer to with <c>cid:</c>.</param>
/// <param name="body">What the part holds.</param>
/// <param name="fileName">In a form, the name of the file the part holds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBodyPart(string name, RequestBody body, string? fileName = null)
{
    internal string Name => name;

    internal RequestBody Body => body;

    internal string? FileName => fileName;
}
