namespace DocGen.Generator.Reading;

/// <summary>Returns the blocks of a section, including indented code, in page order.</summary>
internal static class PlainBlocks
{
    public static IEnumerable<OutlineBlock> Of(Section section)
    {
        IEnumerable<OutlineBlock> own = section.Blocks.Where(block => !block.IsIncluded);
        return section.Indented.Count == 0 ? own : own.Concat(section.Indented).OrderBy(StartOf);
    }

    public static int StartOf(OutlineBlock block) => block switch
    {
        Fence fence => fence.Start,
        Table table => table.Start,
        Paragraph paragraph => paragraph.Start,
        _ => 0,
    };

    public static int EndOf(OutlineBlock block) => block switch
    {
        Fence fence => fence.End,
        Table table => table.End,
        Paragraph paragraph => paragraph.End,
        _ => 0,
    };
}
