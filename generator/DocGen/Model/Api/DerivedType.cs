namespace DocGen.Generator.Model;

/// <summary>A type that an <c>@odata.type</c> annotation can name in place of one of its bases.</summary>
internal readonly record struct DerivedType(string ODataName, string Name);
