using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Reads pages in any language other than English. The meaning of the words is unknown, so this class relies on parts
/// that translators don't change and on the JSON.
/// </summary>
internal sealed class TranslatedLanguage : PageLanguage
{
    private static readonly char[] Colons = [':', '：'];

    public override bool IsTranslated => true;

    /// <summary>Whether the text contains "JSON", which is the same in all languages.</summary>
    public override bool SaysBody(RichText text, DocLink link) =>
        text.Plain.IndexOf("JSON", StringComparison.OrdinalIgnoreCase) >= 0;

    public override DocType? CellType(RichText cell, string member, FindingSink sink) =>
        Linked(TranslatedType.Parse(cell), cell, sink);

    public override DocType? ReturnType(RichText cell, out bool isClear)
    {
        DocType? type = TypeText.Parse(cell.Plain, out isClear);
        if (TranslatedType.Parse(cell) is not { IsWord: false } read)
            return type;
        isClear = true;
        return read;
    }

    /// <summary>
    /// Refines a type from a translated cell by the type in the JSON. The JSON shows the meaning of a word, and whether
    /// the type is a collection.
    /// </summary>
    public override DocType Refine(DocType type, DocType shown)
    {
        if (type.IsWord)
            return shown.IsNamed ? shown : type with { Shown = shown };
        if (!type.IsNamed && shown is { IsNamed: false, Shape: null, Kind: not TypeKind.Json })
            return type with { Rank = shown.Rank };
        return type is { IsNamed: true, Rank: 0 } && shown.Rank > 0 ? type.ToCollection() : type;
    }

    /// <summary>Returns the listed values. On a translated page, any colon announces values.</summary>
    public override EquatableArray<EnumMemberDefinition> Values(DocText? description, bool isNamed)
    {
        EquatableArray<EnumMemberDefinition> announced = Prose.PossibleValues(description);
        return announced.IsEmpty ? Prose.CodeRun(description, isAnnounced: !isNamed) : announced;
    }

    /// <summary>
    /// Returns the type's name. If the text of the link is translated, the name comes from the link's target: from the
    /// bookmark of an enumeration's values, or from the page, which usually has the name of its type.
    /// </summary>
    public override string TypeName(DocLink link)
    {
        string name = Prose.TypeName(link.Text);
        int hash = link.Target.IndexOf('#');
        if (TypeText.IsQualified(name) || (hash != 0 && Prose.LinkedPage(link.Target) is null))
            return name;
        string target = hash < 0
            ? System.IO.Path.GetFileNameWithoutExtension(link.Target) : link.Target.Substring(hash + 1).Split('-')[0];
        return TypeText.IsTypeName(target) ? target : name;
    }

    /// <summary>
    /// Returns the namespace after <c>Namespace:</c>, or the qualified name in a paragraph that consists of a few
    /// words, a colon and this name.
    /// </summary>
    public override string? Namespace(string paragraph)
    {
        if (paragraph.StartsWith(EnglishLanguage.NamespaceWord, StringComparison.OrdinalIgnoreCase))
            return English.Namespace(paragraph);
        int colon = paragraph.IndexOfAny(Colons);
        string name = colon is >= 0 and <= Thresholds.NamespaceText ? paragraph.Substring(colon + 1).Trim() : "";
        return TypeText.IsQualified(name) ? name : null;
    }

    /// <summary>
    /// Returns the word of a translated title that has an inner capital, else the name in the bookmark, which comes
    /// from the English source.
    /// </summary>
    public override string? EnumName(Section section, string title)
    {
        string? name = TitleText.NameIn(section.Title) ?? TitleText.EnumName(section.Words)
            ?? TitleText.EnumName(title);
        return name is null || name.Any(c => c > '\x7f')
            ? TitleText.NameIn(section.Title) ?? TitleText.NameIn(title) : name;
    }

    public override void RestoreNames(string owner, List<MemberRow>[] tables, IEnumerable<JsonMember> shown,
        FindingSink sink) =>
        TranslatedNames.Restore(owner, tables, shown, sink);

    /// <summary>
    /// Whether the name is in another script, or the row describes <c>Authorization</c> by a translated name. Such a
    /// row describes a bearer token (RFC 6750, section 2.1) or a placeholder for a token, such as <c>{token}</c>.
    /// </summary>
    public override bool HasTranslatedName(MemberRow header) =>
        header.Member.Name.Any(c => c > '\x7f')
        || (!HttpHeaderNames.IsTransport(header.Member.Name) && header.Member.Summary?.ToPlainText() is { } words
            && (words.StartsWith("Bearer", StringComparison.OrdinalIgnoreCase)
            || IsTokenPlaceholder(words)));

    private static bool IsTokenPlaceholder(string words) =>
        words.Length > 0 && words[0] is '{' or '<' or '[' && words.IndexOfAny(['}', '>', ']']) is > 0 and var end
        && words.IndexOf("token", 0, end, StringComparison.OrdinalIgnoreCase) > 0;

    public override bool NamesAction(string title, string segment) =>
        title.Split(Colons).Last().Trim().Equals(segment, StringComparison.OrdinalIgnoreCase);
}
