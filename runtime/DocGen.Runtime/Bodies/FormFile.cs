namespace DocGen;

/// <summary>A file in a form: its content, and what the service is told of it.</summary>
/// <remarks>
/// A stream converts to one. A <see cref="FileStream"/> brings the name of its file along, without folders; servers
/// such as ASP.NET Core take a part for a file only where it has a name.
/// </remarks>
public sealed class FormFile
{
    /// <summary>A file of a form.</summary>
    /// <param name="content">Read from where it stands; it stays open.</param>
    /// <param name="fileName">The file's name, without folders; null: that of a <see cref="FileStream"/>, else
    /// <c>file</c>.</param>
    /// <param name="contentType">The media type; null: <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentNullException">There is no content.</exception>
    public FormFile(Stream content, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        FileName = fileName ?? (content is FileStream { Name: var path }
            && Path.GetFileName(path) is { Length: > 0 } name ? name : "file");
        ContentType = contentType ?? "application/octet-stream";
    }

    /// <summary>The content.</summary>
    public Stream Content { get; }

    /// <summary>The file's name as it is sent.</summary>
    public string FileName { get; }

    /// <summary>The media type as it is sent.</summary>
    public string ContentType { get; }

    /// <summary>A stream as a file.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(content))]
    public static implicit operator FormFile?(Stream? content) => content is null ? null : new FormFile(content);
}
