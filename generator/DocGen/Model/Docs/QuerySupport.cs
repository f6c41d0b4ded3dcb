namespace DocGen.Generator.Model;

/// <summary>A page's general statement about OData query options.</summary>
/// <param name="IsGeneral">Whether the page says that query options are supported, but does not list them. All options
/// that fit the response are then supported.</param>
/// <param name="Denied">The wire names of the options that are not supported.</param>
internal readonly record struct QuerySupport(bool IsGeneral, EquatableArray<string> Denied);
