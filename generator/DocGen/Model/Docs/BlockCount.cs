namespace DocGen.Generator.Model;

/// <summary>What became of a page's annotated blocks that define something.</summary>
/// <param name="Read">In the model, or feeding a feature of the runtime.</param>
/// <param name="Reported">Left out of the model, with a finding that says so.</param>
internal readonly record struct BlockCount(int Annotated, int Read, int Reported)
{
    /// <summary>Neither read nor reported: always 0.</summary>
    public int Lost => Annotated - Read - Reported;
}
