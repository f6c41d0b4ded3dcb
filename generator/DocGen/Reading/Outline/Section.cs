using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A heading and the blocks below it, up to the next heading.</summary>
/// <param name="heading">The heading; null for the section before the first one.</param>
/// <param name="parent">The section of the nearest heading of a higher level above it.</param>
/// <param name="isIncluded">Whether the heading comes from a file that the page includes.</param>
internal sealed class Section(HeadingBlock? heading, Section? parent, bool isIncluded)
{
    public HeadingBlock? Heading { get; } = heading;

    public Section? Parent { get; } = parent;

    public bool IsIncluded { get; } = isIncluded;

    public string Title { get; } = heading?.Text.Plain ?? "";

    public int Level { get; } = heading?.Level ?? 0;

    /// <summary>The blocks in page order.</summary>
    public List<OutlineBlock> Blocks { get; } = [];

    /// <summary>Indented code blocks, which the dialect does not use.</summary>
    public List<Fence> Indented { get; } = [];

    public SectionKind Kind { get; private set; }

    /// <summary>
    /// The words that name the kind: the title, or the words of the English source if the title is translated.
    /// </summary>
    public string Words { get; private set; } = heading?.Text.Plain ?? "";

    /// <summary>
    /// Whether the kind comes from the bookmark or the content, because the title, possibly in another language, names
    /// no kind.
    /// </summary>
    public bool IsImplied { get; private set; }

    /// <summary>Whether the section is under a heading that announces examples.</summary>
    public bool IsExample => Kind == SectionKind.Example || Parent is { IsExample: true };

    /// <summary>
    /// Whether the title or bookmark names the kind in English. "Permissions" and "Methods" don't count: translators
    /// keep these words, and other languages have them too. The page's title and names like <c>recordResponse</c> don't
    /// count either, because they belong to no language.
    /// </summary>
    public bool SaysKind => Level > 1 && !HasName(Title)
        && Kind is not (SectionKind.Other or SectionKind.Permissions or SectionKind.Methods
        or SectionKind.Parameters or SectionKind.Request or SectionKind.Errors or SectionKind.EnumValues);

    /// <summary>The kind of this section. If it has none, the kind of the nearest parent that has one.</summary>
    public SectionKind NearestKind => Kind != SectionKind.Other || Parent is null ? Kind : Parent.NearestKind;

    /// <summary>
    /// The title that describes the requests in this section. If this section has a standard heading, the title comes
    /// from its parent.
    /// </summary>
    public string? Subject =>
        Kind is SectionKind.HttpRequest or SectionKind.Request or SectionKind.RequestBody or SectionKind.Example
            && Parent is not null ? Parent.Subject
        : Title.Length == 0 ? null : Title;

    /// <summary>Creates the section of a heading that follows another section.</summary>
    public static Section Open(HeadingBlock heading, Section previous, bool isIncluded)
    {
        Section parent = previous;
        while (parent.Parent is not null && parent.Level >= heading.Level)
            parent = parent.Parent;
        var section = new Section(heading, parent, isIncluded);
        section.Kind = KindOf(section.Title);
        // A translated page keeps the English bookmarks of its source, such as "http-request", because links point to
        // them.
        if (section.Kind == SectionKind.Other && heading.Text.Bookmark?.Replace('-', ' ') is { } source)
            section.Imply(KindOf(source), source);
        return section;
    }

    /// <summary>
    /// Sets the kind that follows from the section's content, unless its title or bookmark names one.
    /// </summary>
    public void Imply(SectionKind kind) => Imply(kind, kind.ToString());

    private void Imply(SectionKind kind, string words)
    {
        if (Kind != SectionKind.Other || kind == SectionKind.Other)
            return;
        Kind = kind;
        Words = words;
        IsImplied = true;
    }

    /// <summary>Whether the title contains a lower-case letter before a capital letter.</summary>
    private static bool HasName(string title)
    {
        for (int i = 1; i < title.Length; i++)
        {
            if (char.IsUpper(title[i]) && char.IsLower(title[i - 1]))
                return true;
        }

        return false;
    }

    private static SectionKind KindOf(string title)
    {
        string t = title.ToLowerInvariant();
        bool Has(string word) => t.Contains(word);
        return t switch
        {
            _ when Has("http request") => SectionKind.HttpRequest,
            _ when Has("request header") => SectionKind.RequestHeaders,
            _ when Has("response header") => SectionKind.ResponseHeaders,
            _ when Has("query") && (Has("param") || Has("option")) => SectionKind.QueryParameters,
            _ when Has("path param") => SectionKind.PathParameters,
            _ when Has("function param") => SectionKind.FunctionParameters,
            _ when Has("request body") => SectionKind.RequestBody,
            _ when Has("permission") && !Has("example") || Has("prerequisite") => SectionKind.Permissions,
            _ when Has("example") => SectionKind.Example,
            _ when Has("error") => SectionKind.Errors,
            _ when Has("response") => SectionKind.Response,
            _ when Has("parameters") => SectionKind.Parameters,
            _ when Has("relationship") || Has("navigation") => SectionKind.Relationships,
            _ when Has("propert") || Has("instance attribut") || Has("instance annotation") => SectionKind.Properties,
            _ when Has("json representation") => SectionKind.JsonRepresentation,
            _ when t is "methods" or "tasks" or "method" => SectionKind.Methods,
            _ when Has(" values") || Has(" enum") || t is "members" => SectionKind.EnumValues,
            _ when Has("request") => SectionKind.Request,
            _ => SectionKind.Other,
        };
    }
}
