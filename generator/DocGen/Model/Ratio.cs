namespace DocGen.Generator.Model;

/// <summary>A share that a rule compares with, such as nine tenths: <c>new(9, 10)</c>.</summary>
internal readonly record struct Ratio(int Part, int Whole)
{
    /// <summary>Whether a part is at least this share of the whole.</summary>
    public bool IsReached(int part, int whole) => (long)part * Whole >= (long)whole * Part;

    /// <summary>Whether a part is more than this share of the whole.</summary>
    public bool IsExceeded(int part, int whole) => (long)part * Whole > (long)whole * Part;
}
