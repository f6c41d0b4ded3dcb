namespace DocGen.Generator.Model;

/// <summary>The number of annotated blocks with definitions on a page, by result of the reading stage.</summary>
/// <param name="Read">Blocks that are in the model, or that a feature of the runtime implements.</param>
/// <param name="Reported">Blocks that are not in the model, each with a finding.</param>
internal readonly record struct BlockCount(int Annotated, int Read, int Reported)
{
    /// <summary>Blocks that were neither read nor reported. Always 0.</summary>
    public int Lost => Annotated - Read - Reported;
}
