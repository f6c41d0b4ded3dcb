namespace DocGen.Infrastructure;

/// <summary>A part of a multipart message.</summary>
/// <param name="Name">The form field's name, or the <c>Content-ID</c> other parts refer to with <c>cid:</c>.</param>
/// <param name="Body">What the part holds.</param>
/// <param name="FileName">In a form, the name of the file the part holds.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RequestBodyPart(string Name, RequestBody Body, string? FileName = null);
