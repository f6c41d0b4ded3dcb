namespace DocGen.Generator.Model;

internal enum OptionLocation
{
    Query,
    Header,

    /// <summary>An argument of the OData function at the end of the path: <c>search(q='x')</c>.</summary>
    Function,
}
