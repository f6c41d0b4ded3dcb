namespace DocGen.Generator.Model;

/// <summary>
/// A derived type, whose name can be the value of an <c>@odata.type</c> annotation where a base type is documented.
/// </summary>
internal readonly record struct DerivedType(string ODataName, string Name);
