namespace DocGen.Generator.Model;

/// <summary>Counts what happened to the annotated blocks of a page that define something.</summary>
/// <param name="Read">Blocks that are in the model or feed a feature of the runtime.</param>
/// <param name="Reported">Blocks that are not in the model, each with a finding.</param>
internal readonly record struct BlockCount(int Annotated, int Read, int Reported)
{
    /// <summary>Blocks that were neither read nor reported. Always 0.</summary>
    public int Lost => Annotated - Read - Reported;
}
