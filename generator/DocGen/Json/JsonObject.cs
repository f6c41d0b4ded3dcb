namespace DocGen.Generator.Json;

internal sealed class JsonObject(int start, int end, List<JsonMember> members) : JsonValue(start, end)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>
    /// Returns the value of a member, or null if there is none. If a name is repeated, the first member is used.
    /// </summary>
    public JsonValue? this[string name]
    {
        get
        {
            foreach (JsonMember member in Members)
            {
                if (member.Name == name)
                    return member.Value;
            }

            return null;
        }
    }
}
