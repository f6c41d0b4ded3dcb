namespace DocGen.Infrastructure;

/// <summary>A JSON value.</summary>
internal class JsonBody(byte[] json, string contentType = "application/json") : BytesBody(json, contentType);
