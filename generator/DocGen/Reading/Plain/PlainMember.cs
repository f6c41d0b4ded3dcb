using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A parameter or member that a table or a list describes.</summary>
/// <param name="HasType">
/// Whether the page names the type. Otherwise the type comes from the description or from JSON.
/// </param>
/// <param name="IsBelow">Whether a nested list below another member contains it, as a member or a value.</param>
internal sealed record PlainMember(MemberDefinition Member, bool HasType, int Start, int End, bool IsBelow = false)
{
    public string Name => Member.Name;

    /// <summary>
    /// The names from the outermost object inwards: <c>user</c> and <c>name</c> for <c>user[name]</c> and for
    /// <c>user.name</c>.
    /// </summary>
    public string[] Path => Name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Returns this member nested in another one.</summary>
    public PlainMember Below(PlainMember parent) =>
        this with { Member = Member with { Name = StringPool.Get(parent.Name + "[" + Name + "]") }, IsBelow = true };
}
