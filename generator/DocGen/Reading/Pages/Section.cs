using DocGen.Generator.Markdown;
using DocGen.Generator.Model;

namespace DocGen.Generator.Reading;

/// <summary>A heading and what stands below it.</summary>
internal sealed class Section(string title, int level, SectionKind kind, Section? parent, string? words = null)
{
    public static readonly Section Top = new("", 0, SectionKind.Other, null);

    public string Title { get; } = title;

    /// <summary>The words that tell its kind: the title's, or the source's that it is translated from.</summary>
    public string Words { get; } = words ?? title;

    /// <summary>Its kind is told by its bookmark or by what stands in it, not by its title: that may be in another language.</summary>
    public bool IsUntold => words is not null;

    public int Level { get; } = level;

    public SectionKind Kind { get; } = kind;

    public Section? Parent { get; } = parent;

    /// <summary>Under a heading that announces examples.</summary>
    public bool IsExample => Kind == SectionKind.Example || Parent is { IsExample: true };

    /// <summary>
    /// Its words tell its kind in English. "Permissions" and "Methods" are among the words that translators leave, or that other languages
    /// share. A title, or a heading with a name like <c>recordResponse</c>, has words that are no language's.
    /// </summary>
    public bool IsTelling => Level > 1 && !HasName(Title)
        && Kind is not (SectionKind.Other or SectionKind.Permissions or SectionKind.Methods or SectionKind.Parameters or SectionKind.Request or SectionKind.Errors or SectionKind.EnumValues);

    /// <summary>The nearest kind that says something, from here up.</summary>
    public SectionKind NearestKind => Kind != SectionKind.Other || Parent is null ? Kind : Parent.NearestKind;

    /// <summary>The heading that names what a request in this section is for: not one that every page has.</summary>
    public string? Subject =>
        Kind is SectionKind.HttpRequest or SectionKind.Request or SectionKind.RequestBody or SectionKind.Example && Parent is not null ? Parent.Subject
        : Title.Length == 0 ? null : Title;

    /// <summary>The section that <paramref name="heading"/> opens, given the one it stands in.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="current">The section before it.</param>
    /// <param name="implied">The kind that what stands below the heading shows, or null.</param>
    public static Section Open(HeadingBlock heading, Section current, SectionKind? implied)
    {
        Section parent = current;
        while (parent.Parent is not null && parent.Level >= heading.Level)
            parent = parent.Parent;
        string title = heading.Text.Plain;
        SectionKind kind = Classify(title);
        if (kind != SectionKind.Other)
            return new Section(title, heading.Level, kind, parent);
        // A translation's bookmarks are those of its source, whose links lead to them: "http-request".
        string source = heading.Text.Bookmark?.Replace('-', ' ') ?? "";
        SectionKind translated = Classify(source);
        if (translated != SectionKind.Other)
            return new Section(title, heading.Level, translated, parent, source);
        return implied is { } shown ? new Section(title, heading.Level, shown, parent, shown.ToString()) : new Section(title, heading.Level, kind, parent);
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

    private static SectionKind Classify(string title)
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
