using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A parameter or member that a table or a list describes.</summary>
/// <param name="HasType">The page says its type; else it is what the words or JSON show.</param>
/// <param name="IsBelow">It stands in a list below another one: it is a member of that, or a value of it.</param>
internal sealed record PlainMember(MemberDefinition Member, bool HasType, int Start, int End, bool IsBelow = false)
{
    public string Name => Member.Name;

    /// <summary>
    /// The names from the outermost object on: <c>user[name]</c> and <c>user.name</c> are <c>name</c> of <c>user</c>.
    /// </summary>
    public string[] Path => Name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The same below another member.</summary>
    public PlainMember Below(PlainMember parent) =>
        this with { Member = Member with { Name = StringPool.Get(parent.Name + "[" + Name + "]") }, IsBelow = true };
}
