namespace DocGen.Generator.Model;

/// <summary>The number of pages from which a client was generated, and the number of its operations.</summary>
internal readonly record struct ApiSize(int Pages, int Operations);
