namespace DocGen.Generator.Model;

/// <summary>A page's general statement on OData query options.</summary>
/// <param name="IsGeneral">Whether they are supported without a list, so those that fit the response are.</param>
/// <param name="Denied">The options that are not supported, as on the wire.</param>
internal readonly record struct QuerySupport(bool IsGeneral, EquatableArray<string> Denied);
