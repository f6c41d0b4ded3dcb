using System.ComponentModel;

namespace DocGen.Infrastructure;

/// <summary>A part of a multipart message.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequestBodyPart
{
    /// <summary>A part.</summary>
    /// <param name="name">The form field's name, or the <c>Content-ID</c> other parts refer to with <c>cid:</c>.</param>
    /// <param name="body">What the part holds.</param>
    /// <param name="fileName">In a form, the name of the file the part holds.</param>
    public RequestBodyPart(string name, RequestBody body, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(body);
        Name = name;
        Body = body;
        FileName = fileName;
    }

    internal string Name { get; }

    internal RequestBody Body { get; }

    internal string? FileName { get; }
}
