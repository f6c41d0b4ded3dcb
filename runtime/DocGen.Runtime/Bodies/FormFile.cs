namespace DocGen;

/// <summary>A file in a form: its content, name and media type.</summary>
/// <remarks>
/// A stream converts implicitly. A <see cref="FileStream"/> provides its file name, without folders. Servers such as
/// ASP.NET Core treat a part as a file only if it has a file name.
/// </remarks>
public sealed class FormFile
{
    /// <summary>Creates a file for a form.</summary>
    /// <param name="content">The content, read from the stream's current position; the stream stays open.</param>
    /// <param name="fileName">
    /// The file name, without folders. If null: the file name of a <see cref="FileStream"/>, or <c>file</c> for any
    /// other stream.
    /// </param>
    /// <param name="contentType">The media type; null means <c>application/octet-stream</c>.</param>
    /// <exception cref="ArgumentNullException">The content is null.</exception>
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

    /// <summary>The file name to send.</summary>
    public string FileName { get; }

    /// <summary>The media type to send.</summary>
    public string ContentType { get; }

    /// <summary>Converts a stream to a file.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(content))]
    public static implicit operator FormFile?(Stream? content) => content is null ? null : new FormFile(content);
}
