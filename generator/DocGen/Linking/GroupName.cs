namespace DocGen.Generator.Linking;

/// <summary>The name of a group of operations.</summary>
/// <param name="Singular">The name of the classes and the file, in Pascal case, for example DriveItem.</param>
/// <param name="Plural">The name of the client's property.</param>
internal sealed record GroupName(string Singular, string Plural);
