using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A parameter or member that a table or a list describes.</summary>
/// <param name="HasType">
/// Whether the page states the type. Otherwise the type comes from the description or from JSON.
/// </param>
/// <param name="IsBelow">Whether the member is in a nested list below another one, as its member or value.</param>
internal sealed record PlainMember(MemberDefinition Member, bool HasType, int Start, int End, bool IsBelow = false)
{
    public string Name => Member.Name;

    /// <summary>
    /// The names from the outermost object inwards: <c>user[name]</c> and <c>user.name</c> give <c>user</c>,
    /// <c>name</c>.
    /// </summary>
    public string[] Path => Name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns this member nested in another one.</summary>
    public PlainMember Below(PlainMember parent) =>
        this with { Member = Member with { Name = StringPool.Get(parent.Name + "[" + Name + "]") }, IsBelow = true };
}
