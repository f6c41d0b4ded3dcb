using DocGen.Generator.Diagnostics;
using DocGen.Generator.Http;
using DocGen.Generator.Json;
using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>
/// Any other language. No word of it is known: what counts is what translators leave as it is, and what the JSON shows.
/// </summary>
internal sealed class TranslatedLanguage : PageLanguage
{
    private static readonly char[] Colons = [':', '：'];

    public override bool IsTranslated => true;

    /// <summary>The language of JSON has one name in all others.</summary>
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
    /// What JSON tells of a type that a table names in another language: what a word means, and that there are many.
    /// </summary>
    public override DocType Refine(DocType type, DocType shown)
    {
        if (type.IsWord)
            return shown.IsNamed ? shown : type with { Shown = shown };
        if (!type.IsNamed && shown is { IsNamed: false, Shape: null, Kind: not TypeKind.Json })
            return type with { Rank = shown.Rank };
        return type is { IsNamed: true, Rank: 0 } && shown.Rank > 0 ? type.ToCollection() : type;
    }

    /// <summary>A colon announces values too.</summary>
    public override EquatableArray<EnumMemberDefinition> Values(DocText? description, bool isNamed)
    {
        EquatableArray<EnumMemberDefinition> announced = Prose.PossibleValues(description);
        return announced.IsEmpty ? Prose.CodeRun(description, isAnnounced: !isNamed) : announced;
    }

    /// <summary>
    /// What a link leads to tells the name where its words are translated: the bookmark of a type's values, or the
    /// page, which mostly is named for its type.
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
    /// The name behind <c>Namespace:</c>, or of a paragraph that is a few words, a colon and a qualified name.
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
    /// Beside words of another language a name with an inner capital is the type's; one of small letters is in the
    /// source's bookmark.
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
    /// A name in another script, or one for what takes a bearer's token (RFC 6750, section 2.1) or a placeholder for
    /// one, such as <c>{token}</c>: that is <c>Authorization</c>.
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
