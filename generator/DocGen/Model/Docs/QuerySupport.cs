namespace DocGen.Generator.Model;

/// <summary>What a page says of OData's query options as a whole.</summary>
/// <param name="IsGeneral">They are supported, and no list says which: those that fit what is answered.</param>
/// <param name="Denied">Those that are not supported, as they are sent.</param>
internal readonly record struct QuerySupport(bool IsGeneral, EquatableArray<string> Denied);
