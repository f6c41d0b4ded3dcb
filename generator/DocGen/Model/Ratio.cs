namespace DocGen.Generator.Model;

/// <summary>A part of a whole by which a rule decides: nine in ten is <c>new(9, 10)</c>.</summary>
internal readonly record struct Ratio(int Part, int Whole)
{
    /// <summary>Whether so many of a whole are this part of it, or more.</summary>
    public bool IsReached(int part, int whole) => (long)part * Whole >= (long)whole * Part;

    /// <summary>Whether so many of a whole are more than this part of it.</summary>
    public bool IsExceeded(int part, int whole) => (long)part * Whole > (long)whole * Part;
}
