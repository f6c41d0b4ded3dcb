namespace DocGen.Generator.Linking;

/// <summary>What a group of operations is called.</summary>
/// <param name="Singular">In Pascal case: DriveItem, for classes and the file.</param>
/// <param name="Plural">For the client's property.</param>
internal sealed record GroupName(string Singular, string Plural);
