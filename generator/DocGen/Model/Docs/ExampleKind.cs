namespace DocGen.Generator.Model;

internal enum ExampleKind
{
    Request,
    Response,

    /// <summary>What the last range of an upload session is answered with.</summary>
    Uploaded,
}
