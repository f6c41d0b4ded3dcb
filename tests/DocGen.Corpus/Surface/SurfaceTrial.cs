namespace DocGen.Corpus.Surface;

/// <summary>What a change of the docs did to the C# of what they still have.</summary>
/// <param name="Unpinned">How many names and shapes change without a surface file.</param>
/// <param name="Changed">Those that change in spite of it: there must be none.</param>
/// <param name="Reported">Lines of code that use what the wire still has, do not compile, and are of what a finding
/// reports.</param>
/// <param name="Problems">What else does not compile, of such code and of what is emitted: there must be none.</param>
internal sealed record SurfaceTrial(string Name, int Unpinned, IReadOnlyList<string> Changed, int Reported,
    IReadOnlyList<string> Problems);
