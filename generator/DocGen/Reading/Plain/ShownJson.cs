using DocGen.Generator.Json;

namespace DocGen.Generator.Reading;

/// <summary>JSON that a page shows as a body or an answer.</summary>
/// <param name="Fence">Where it stands.</param>
/// <param name="Value">What it is.</param>
/// <param name="Offset">Where it begins in the fence.</param>
/// <param name="Status">The status that it comes with; 0 where the page says none.</param>
internal sealed record ShownJson(Fence Fence, JsonValue Value, int Offset, int Status = 0)
{
    public int Start => Fence.Content.ToPage(Offset + Value.Start);

    public int End => Fence.Content.ToPage(Offset + Value.End);
}
