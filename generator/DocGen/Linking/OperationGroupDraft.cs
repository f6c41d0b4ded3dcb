using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>A group of operations with its names, before its operations are linked.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Member">The name of the client's property.</param>
internal sealed class OperationGroupDraft(GroupName name, string member,
    IReadOnlyList<OperationDraft> drafts) : IEquatable<OperationGroupDraft>
{
    public GroupName Name { get; } = name;

    public string Member { get; } = member;

    public IReadOnlyList<OperationDraft> Drafts { get; } = drafts;

    /// <summary>The first page, in ordinal order, that has an operation of the group.</summary>
    public string FirstPage =>
        Drafts.Select(draft => draft.Page.Path).OrderBy(path => path, StringComparer.Ordinal).First();

    /// <summary>
    /// Whether the other group has the same singular name and the same page objects. Linking uses no other data of a
    /// group.
    /// </summary>
    public bool Equals(OperationGroupDraft? other)
    {
        if (other is null || Name.Singular != other.Name.Singular || Drafts.Count != other.Drafts.Count)
            return false;
        for (int i = 0; i < Drafts.Count; i++)
        {
            if (!Drafts[i].IsSame(other.Drafts[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as OperationGroupDraft);

    public override int GetHashCode() => Drafts.Count;
}
