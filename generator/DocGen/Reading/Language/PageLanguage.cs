using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// How the words of a page are read. The outline decides once whether a page is in the dialect's English or in another
/// language; readers ask this for what differs.
/// </summary>
internal abstract class PageLanguage
{
    public static readonly PageLanguage English = new EnglishLanguage();

    public static readonly PageLanguage Translated = new TranslatedLanguage();

    public abstract bool IsTranslated { get; }

    /// <summary>Whether a text says that the body is the resource that it links to.</summary>
    public abstract bool SaysBody(RichText text, DocLink link);

    /// <summary>The type that a cell names, with the page that it links to. What is not clear is reported.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="member">What has the type.</param>
    /// <param name="sink">Takes what is not clear, and where a named type stands.</param>
    public abstract DocType? CellType(RichText cell, string member, FindingSink sink);

    /// <summary>The type that a row of a table of methods says is returned, or null.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isClear">False where part of the text had to be left aside to read it.</param>
    public abstract DocType? ReturnType(RichText cell, out bool isClear);

    /// <summary>What a member's type is, by the table and by the JSON that shows the member.</summary>
    public abstract DocType Refine(DocType type, DocType shown);

    /// <summary>
    /// The values that a description lists: after words that announce them, and for a member of a named type also as a
    /// bare run of code, whatever language the words are in.
    /// </summary>
    public abstract EquatableArray<EnumMemberDefinition> Values(DocText? description, bool isNamed);

    /// <summary>The name of the type that a link is to.</summary>
    public abstract string TypeName(DocLink link);

    /// <summary>The namespace that a paragraph states, or null.</summary>
    public abstract string? Namespace(string paragraph);

    /// <summary>The name of the enumeration whose values stand in a section, or null.</summary>
    /// <param name="section">The section.</param>
    /// <param name="title">The page's title.</param>
    public abstract string? EnumName(Section section, string title);

    /// <summary>Gives rows whose names are translated the names that the JSON shows.</summary>
    /// <param name="owner">What the members belong to.</param>
    /// <param name="tables">The rows, which are changed.</param>
    /// <param name="shown">The members of the JSON.</param>
    /// <param name="sink">Takes what was translated.</param>
    public abstract void RestoreNames(string owner, List<MemberRow>[] tables, IEnumerable<JsonMember> shown,
        FindingSink sink);

    /// <summary>The row's name is a translation: no header goes by it.</summary>
    public abstract bool HasTranslatedName(MemberRow header);

    /// <summary>
    /// The page's title ends in the name that the URL of a POST does, <c>printer: restore</c>, in a language whose
    /// tables do not tell an action's parameters from a resource's properties.
    /// </summary>
    public abstract bool NamesAction(string title, string segment);

    /// <summary>The type that a sentence links to as a resource: <c>[item](../resources/item.md)</c>.</summary>
    public DocLink? ResourceLink(RichText text)
    {
        foreach (DocLink link in text.Links)
        {
            if (Prose.LinkedPage(link.Target) is not null && TypeText.IsTypeName(TypeName(link)))
                return link;
        }

        return null;
    }

    /// <summary>The type that a link names, and the page where it should be defined.</summary>
    public DocType LinkedType(DocLink link, string page) =>
        DocType.Named(TypeName(link), Prose.LinkedPage(link.Target) is { } target
            ? PagePath.Resolve(page, target) : null);

    /// <summary>
    /// A sentence at the end of a definition that is a few words and a link to another resource: in any language it
    /// says what is inherited from.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The few words.</param>
    public string? ShortLink(RichText text, out string words)
    {
        words = "";
        if (text.Links.Count == 0 || ResourceLink(text) is null)
            return null;
        DocLink link = text.Links[text.Links.Count - 1];
        string name = TypeName(link);
        int at = text.Plain.LastIndexOf(link.Text, StringComparison.Ordinal);
        string preceding = at < 0 ? "" : text.Plain.Substring(0, at);
        int sentence = Math.Max(preceding.LastIndexOf(". ", StringComparison.Ordinal), preceding.LastIndexOf('。'));
        string before = preceding.Substring(sentence + 1).Trim();
        string after = at < 0 ? "" : text.Plain.Substring(at + link.Text.Length).Trim('.', ' ', '*', '。');
        // Some languages have their words behind the name.
        words = before.Length > 0 ? before : after;
        bool isShort = words.Length is > 1 and < Thresholds.BaseText
            && words.Split(' ').Length <= Thresholds.BaseWords
            && (before.Length == 0 || after.Length == 0);
        return isShort && TypeText.IsTypeName(name) && Prose.LinkedPage(link.Target) is not null ? name : null;
    }

    /// <summary>A type with the page that its cell links to.</summary>
    protected static DocType? Linked(DocType? type, RichText cell, FindingSink sink)
    {
        if (type is not { IsNamed: true })
            return type;
        sink.Anchor(AnchorKeys.Type(type.Name!), cell.Start, cell.End);
        return cell.Links.Count == 1 && Prose.LinkedPage(cell.Links[0].Target) is { } target
            ? type with { Page = PagePath.Resolve(sink.Page, target) }
            : type;
    }
}
