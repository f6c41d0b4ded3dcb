namespace DocGen.Infrastructure;

/// <summary>A body of text other than JSON, such as a form.</summary>
internal sealed class TextBody(string text, string contentType) : BytesBody(Encoding.UTF8.GetBytes(text), contentType);
