namespace DocGen.Corpus.Surface;

/// <summary>What a change of the docs did to the C# of what they still have.</summary>
/// <param name="Unpinned">How many names and shapes change without a surface file.</param>
/// <param name="Changed">Those that change in spite of it: there must be none.</param>
/// <param name="Problems">What does not compile of the emitted code, and of code that uses all that the wire still has.</param>
internal sealed record SurfaceTrial(string Name, int Unpinned, IReadOnlyList<string> Changed, IReadOnlyList<string> Problems);
