namespace DocGen.Generator.Model;

internal enum ExampleKind
{
    Request,
    Response,

    /// <summary>The response to the last range of an upload session.</summary>
    Uploaded,
}
