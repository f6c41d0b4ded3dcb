namespace DocGen.Infrastructure;

/// <summary>Text that is no JSON, such as a form.</summary>
internal sealed class TextBody(string text, string contentType) : BytesBody(Encoding.UTF8.GetBytes(text), contentType);
