using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A heading and the blocks right below it, up to the next heading.</summary>
/// <param name="heading">The heading; null for what stands before the first one.</param>
/// <param name="parent">The section of the heading that this one is below.</param>
/// <param name="isIncluded">The heading is of a file that the page includes.</param>
internal sealed class Section(HeadingBlock? heading, Section? parent, bool isIncluded)
{
    public HeadingBlock? Heading { get; } = heading;

    public Section? Parent { get; } = parent;

    public bool IsIncluded { get; } = isIncluded;

    public string Title { get; } = heading?.Text.Plain ?? "";

    public int Level { get; } = heading?.Level ?? 0;

    /// <summary>In the order of the page.</summary>
    public List<OutlineBlock> Blocks { get; } = [];

    /// <summary>Its code that is indented instead of fenced, which the dialect does not know.</summary>
    public List<Fence> Indented { get; } = [];

    public SectionKind Kind { get; private set; }

    /// <summary>
    /// The words that say its kind: the title's, or those of the source that the title is translated from.
    /// </summary>
    public string Words { get; private set; } = heading?.Text.Plain ?? "";

    /// <summary>
    /// Its bookmark or what stands in it says its kind, and its title does not: that may be in another language.
    /// </summary>
    public bool IsImplied { get; private set; }

    /// <summary>Under a heading that announces examples.</summary>
    public bool IsExample => Kind == SectionKind.Example || Parent is { IsExample: true };

    /// <summary>
    /// Its title or its bookmark says in English what it holds. "Permissions" and "Methods" are among the words that
    /// translators leave, or that other languages share. The page's title, or a heading with a name like
    /// <c>recordResponse</c>, has words that are no language's.
    /// </summary>
    public bool SaysKind => Level > 1 && !HasName(Title)
        && Kind is not (SectionKind.Other or SectionKind.Permissions or SectionKind.Methods
        or SectionKind.Parameters or SectionKind.Request or SectionKind.Errors or SectionKind.EnumValues);

    /// <summary>The nearest kind that says something, from here up.</summary>
    public SectionKind NearestKind => Kind != SectionKind.Other || Parent is null ? Kind : Parent.NearestKind;

    /// <summary>The heading that names what a request in this section is for: not one that every page has.</summary>
    public string? Subject =>
        Kind is SectionKind.HttpRequest or SectionKind.Request or SectionKind.RequestBody or SectionKind.Example
            && Parent is not null ? Parent.Subject
        : Title.Length == 0 ? null : Title;

    /// <summary>The section that a heading opens behind another section.</summary>
    public static Section Open(HeadingBlock heading, Section previous, bool isIncluded)
    {
        Section parent = previous;
        while (parent.Parent is not null && parent.Level >= heading.Level)
            parent = parent.Parent;
        var section = new Section(heading, parent, isIncluded);
        section.Kind = KindOf(section.Title);
        // A translation's bookmarks are those of its source, whose links lead to them: "http-request".
        if (section.Kind == SectionKind.Other && heading.Text.Bookmark?.Replace('-', ' ') is { } source)
            section.Imply(KindOf(source), source);
        return section;
    }

    /// <summary>
    /// Takes the kind that what stands in the section shows, where neither its title nor its bookmark says one.
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

    /// <summary>A capital stands right behind a small letter.</summary>
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
