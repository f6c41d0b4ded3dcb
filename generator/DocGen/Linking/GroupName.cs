namespace DocGen.Generator.Linking;

/// <summary>The name of a group of operations.</summary>
/// <param name="Singular">In Pascal case, for example DriveItem. Names the classes and the file.</param>
/// <param name="Plural">Names the client's property.</param>
internal sealed record GroupName(string Singular, string Plural);
