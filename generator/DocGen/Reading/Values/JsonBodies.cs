using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;

namespace DocGen.Generator.Reading;

/// <summary>The JSON bodies of a page's messages. Each body is read and reported only once.</summary>
internal sealed class JsonBodies(FindingSink sink)
{
    private readonly Dictionary<PageText, List<JsonBody>> _bodies = [];

    /// <summary>Reads a body that starts at <paramref name="offset"/> of its fence.</summary>
    public JsonValue? Read(PageText fence, string text, int offset)
    {
        if (!_bodies.TryGetValue(fence, out List<JsonBody>? known))
            _bodies.Add(fence, known = []);
        if (known.Find(body => body.Offset == offset) is { } same)
            return same.Value;
        (JsonValue? value, IReadOnlyList<JsonFinding> findings) = JsonReader.Read(text);
        foreach (JsonFinding finding in findings.OrderBy(f => f.IsHarmless).Take(1))
            sink.Report(Rules.InvalidJson, fence.ToPage(offset + finding.Start), fence.ToPage(offset + finding.End),
                JsonFaults.Describe(finding.Fault));
        known.Add(new JsonBody(offset, value, findings.All(f => f.IsHarmless)));
        return value;
    }

    /// <summary>
    /// Reads a message's body that no other reader reads, such as the body of a second example or of an error.
    /// </summary>
    public void Read(HttpMessage message, PageText fence)
    {
        if (message is { Body: { Length: > 0 } body, MediaType: null or "application/json" } && body[0] is '{' or '[')
            Read(fence, body, message.BodyStart);
    }

    /// <summary>
    /// Returns the values read from a fence. A fence with a syntax error has none, because the error can change the
    /// object that a value belongs to.
    /// </summary>
    public IEnumerable<(JsonValue Value, int Offset)> In(PageText fence) =>
        _bodies.TryGetValue(fence, out List<JsonBody>? known)
            ? known.Where(body => body is { IsSound: true, Value: not null }).Select(body => (body.Value!, body.Offset))
            : [];

    private sealed record JsonBody(int Offset, JsonValue? Value, bool IsSound);
}
