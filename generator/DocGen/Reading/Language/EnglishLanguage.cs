using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>Reads English pages. English is the language of the dialect.</summary>
internal sealed class EnglishLanguage : PageLanguage
{
    public const string NamespaceWord = "Namespace:";

    public override bool IsTranslated => false;

    /// <summary>
    /// Whether a text is a phrase such as "a JSON representation of an [event](..)", "a JSON body of an [event](..)",
    /// or only "An [event](..) object.".
    /// </summary>
    public override bool SaysBody(RichText text, DocLink link) =>
        text.Plain.IndexOf("representation of", StringComparison.OrdinalIgnoreCase) >= 0
        || text.Plain.IndexOf("JSON body of a", StringComparison.OrdinalIgnoreCase) >= 0
        || text.Plain.Replace(link.Text, "").Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries)
            .All(TypeText.Qualifiers.Contains);

    public override DocType? CellType(RichText cell, string member, FindingSink sink)
    {
        DocType? type = TypeText.Parse(cell.Plain, out bool clear);
        if (type is not null && clear)
            return Linked(type, cell, sink);
        sink.Report(Rules.UnclearType, cell.Start, cell.End, cell.Plain, member,
            type is null ? "the type in the JSON, or else string," : $"'{type.Name ?? type.Kind.ToString()}'");
        return type;
    }

    public override DocType? ReturnType(RichText cell, out bool isClear) => TypeText.Parse(cell.Plain, out isClear);

    /// <summary>Returns the type in the table, which takes precedence over the type in the JSON.</summary>
    public override DocType Refine(DocType type, DocType shown) => type;

    public override EquatableArray<EnumMemberDefinition> Values(DocText? description, bool isNamed)
    {
        EquatableArray<EnumMemberDefinition> announced = Prose.PossibleValues(description);
        return announced.IsEmpty && isNamed ? Prose.CodeRun(description, isAnnounced: false) : announced;
    }

    public override string TypeName(DocLink link) => Prose.TypeName(link.Text);

    /// <summary>Returns the name after <c>Namespace:</c>.</summary>
    public override string? Namespace(string paragraph)
    {
        if (!paragraph.StartsWith(NamespaceWord, StringComparison.OrdinalIgnoreCase))
            return null;
        string name = paragraph.Substring(NamespaceWord.Length).Trim().Split(' ')[0];
        return TypeText.IsTypeName(name) ? name : null;
    }

    public override string? EnumName(Section section, string title) =>
        TitleText.EnumName(section.Title) ?? TitleText.EnumName(title) ?? TitleText.NameIn(section.Title)
            ?? TitleText.NameIn(title);

    public override void RestoreNames(string owner, List<MemberRow>[] tables, IEnumerable<JsonMember> shown,
        FindingSink sink)
    {
    }

    public override bool HasTranslatedName(MemberRow header) => false;

    /// <summary>
    /// Returns false, because the heading of the first column distinguishes parameters in an English table.
    /// </summary>
    public override bool NamesAction(string title, string segment) => false;
}
