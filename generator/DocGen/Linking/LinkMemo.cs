using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>
/// What linking one group of operations came to, and everything that rests on: so that an edit elsewhere in the docs costs
/// this group no more than asking its questions again.
/// </summary>
internal sealed class LinkMemo
{
    private static readonly Memo<OperationDefinition, LinkMemo> Memos = new();

    private readonly GroupName _name;
    private readonly OperationDraft[] _drafts;
    private readonly Journal _journal;
    private readonly EquatableArray<Operation> _operations;

    private LinkMemo(GroupName name, List<OperationDraft> drafts, Journal journal, EquatableArray<Operation> operations)
    {
        _name = name;
        _drafts = [.. drafts];
        _journal = journal;
        _operations = operations;
    }

    /// <summary>What was remembered of a group that is made of the very same parts; null where it is not.</summary>
    public static LinkMemo? Of(List<OperationDraft> drafts) => Memos.Of(KeyOf(drafts)) is { } memo && memo.IsOf(drafts) ? memo : null;

    /// <summary>The group's name, where no type has come or gone that could spell it.</summary>
    public GroupName? NameFor(TypeTable types) => types.HasNamesOf(_journal) ? _name : null;

    /// <summary>The operations of a group: those of last time where everything they rest on is as it was.</summary>
    public static EquatableArray<Operation> Link(
        LinkMemo? memo, TypeTable types, GroupName name, List<OperationDraft> drafts, Func<EquatableArray<Operation>> link)
    {
        if (memo is not null && memo._name.Singular == name.Singular && types.Repeat(memo._journal))
            return memo._operations;
        Journal journal = types.StartJournal();
        EquatableArray<Operation> operations = link();
        types.EndJournal();
        // What was remembered while another of them was the first would never be looked at again.
        foreach (OperationDraft draft in drafts)
            Memos.Set(draft.Parts[0].Operation, null);
        Memos.Set(KeyOf(drafts), journal.IsRepeatable ? new LinkMemo(name, drafts, journal, operations) : null);
        return operations;
    }

    private static OperationDefinition KeyOf(List<OperationDraft> drafts) => drafts[0].Parts[0].Operation;

    private bool IsOf(List<OperationDraft> drafts)
    {
        if (_drafts.Length != drafts.Count)
            return false;
        for (int i = 0; i < _drafts.Length; i++)
        {
            if (!_drafts[i].IsSame(drafts[i]))
                return false;
        }

        return true;
    }
}
