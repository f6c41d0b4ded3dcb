namespace DocGen.Generator.Model;

/// <summary>How many docs a client was generated from, and how many operations it has.</summary>
internal readonly record struct ApiSize(int Pages, int Operations);
