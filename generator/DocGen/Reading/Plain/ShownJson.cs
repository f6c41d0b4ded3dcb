using DocGen.Generator.Json;

namespace DocGen.Generator.Reading;

/// <summary>JSON that a page shows as a request or response body.</summary>
/// <param name="Fence">The code block that contains it.</param>
/// <param name="Value">The parsed value.</param>
/// <param name="Offset">The offset of the parsed text in the fence, in characters.</param>
/// <param name="Status">The status of the response with the JSON; 0 if the page has none.</param>
internal sealed record ShownJson(Fence Fence, JsonValue Value, int Offset, int Status = 0)
{
    public int Start => Fence.Content.ToPage(Offset + Value.Start);

    public int End => Fence.Content.ToPage(Offset + Value.End);
}
