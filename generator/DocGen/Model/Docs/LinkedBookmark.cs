namespace DocGen.Generator.Model;

/// <summary>A fragment of another page that is the target of a link: <c>resources/item.md#properties</c>.</summary>
internal readonly record struct LinkedBookmark(string Page, string Name)
{
    public override string ToString() => Page + "#" + Name;
}
