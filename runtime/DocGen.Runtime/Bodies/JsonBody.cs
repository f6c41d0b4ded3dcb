namespace DocGen.Infrastructure;

/// <summary>A body that is a JSON value.</summary>
internal class JsonBody(byte[] json, string contentType = "application/json") : BytesBody(json, contentType);
