using DocGen.Generator.Diagnostics;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads the words of a page in its language. The outline decides once whether a page is in English, the language of
/// the dialect, or translated. Other readers call this class wherever the two differ.
/// </summary>
internal abstract class PageLanguage
{
    public static readonly PageLanguage English = new EnglishLanguage();

    public static readonly PageLanguage Translated = new TranslatedLanguage();

    public abstract bool IsTranslated { get; }

    /// <summary>Whether a text says that the request body is the linked resource.</summary>
    public abstract bool SaysBody(RichText text, DocLink link);

    /// <summary>Returns the type that a cell names, with the page that it links to. Reports an unclear type.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="member">The member that has the type.</param>
    /// <param name="sink">Receives unclear types and the positions of named types.</param>
    public abstract DocType? CellType(RichText cell, string member, FindingSink sink);

    /// <summary>Returns the return type in a row of a table of methods, or null.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="isClear">False where part of the text was ignored.</param>
    public abstract DocType? ReturnType(RichText cell, out bool isClear);

    /// <summary>Returns a member's type, given the type in the table and the type in JSON.</summary>
    public abstract DocType Refine(DocType type, DocType shown);

    /// <summary>
    /// Returns the values that a description lists after words that announce them. For a member of a named type, a run
    /// of code also lists values, in any language.
    /// </summary>
    public abstract EquatableArray<EnumMemberDefinition> Values(DocText? description, bool isNamed);

    /// <summary>Returns the name of the type that a link points to.</summary>
    public abstract string TypeName(DocLink link);

    /// <summary>Returns the namespace in a paragraph, or null.</summary>
    public abstract string? Namespace(string paragraph);

    /// <summary>Returns the name of the enumeration whose values a section lists, or null.</summary>
    /// <param name="section">The section.</param>
    /// <param name="title">The page's title.</param>
    public abstract string? EnumName(Section section, string title);

    /// <summary>Replaces translated names in rows by the names in the JSON.</summary>
    /// <param name="owner">The name of the type or verb that the members belong to, for messages.</param>
    /// <param name="tables">The rows, which are changed in place.</param>
    /// <param name="shown">The members of the JSON.</param>
    /// <param name="sink">Receives the replaced names.</param>
    public abstract void RestoreNames(string owner, List<MemberRow>[] tables, IEnumerable<JsonMember> shown,
        FindingSink sink);

    /// <summary>Whether the name in the row is translated, so that no header with this name exists.</summary>
    public abstract bool HasTranslatedName(MemberRow header);

    /// <summary>
    /// Whether the page's title ends in the last word of a POST URL: <c>printer: restore</c>. The page then documents
    /// an action. In other languages, the tables don't distinguish an action's parameters from a resource's properties.
    /// </summary>
    public abstract bool NamesAction(string title, string segment);

    /// <summary>Returns the first link to a resource in a text: <c>[item](../resources/item.md)</c>.</summary>
    public DocLink? ResourceLink(RichText text)
    {
        foreach (DocLink link in text.Links)
        {
            if (Prose.LinkedPage(link.Target) is not null && TypeText.IsTypeName(TypeName(link)))
                return link;
        }

        return null;
    }

    /// <summary>Returns the type that a link names. The type refers to the page that should define it.</summary>
    public DocType LinkedType(DocLink link, string page) =>
        DocType.Named(TypeName(link), Prose.LinkedPage(link.Target) is { } target
            ? PagePath.Resolve(page, target) : null);

    /// <summary>
    /// Returns the name of the resource that a few words and a link at the end define, or null. In any language, such a
    /// sentence names a base type.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The few words before or after the link.</param>
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
        // Some languages put the words after the name.
        words = before.Length > 0 ? before : after;
        bool isShort = words.Length is > 1 and < Thresholds.BaseText
            && words.Split(' ').Length <= Thresholds.BaseWords
            && (before.Length == 0 || after.Length == 0);
        return isShort && TypeText.IsTypeName(name) && Prose.LinkedPage(link.Target) is not null ? name : null;
    }

    /// <summary>Returns a type with the page that its cell links to.</summary>
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
