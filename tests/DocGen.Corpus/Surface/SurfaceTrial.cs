namespace DocGen.Corpus.Surface;

/// <summary>The effect of a change of the docs on the C# of everything that remains on the wire.</summary>
/// <param name="Unpinned">The number of names and shapes that change without a surface file.</param>
/// <param name="Changed">The names and shapes that change with the surface file. There must be none.</param>
/// <param name="Reported">
/// The number of compiler errors in code that uses the client, for which a finding reports the change.
/// </param>
/// <param name="Problems">
/// All other compiler errors in such code and in the emitted code. There must be none.
/// </param>
internal sealed record SurfaceTrial(string Name, int Unpinned, IReadOnlyList<string> Changed, int Reported,
    IReadOnlyList<string> Problems);
