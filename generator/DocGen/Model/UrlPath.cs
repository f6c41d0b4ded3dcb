using System.Text;

namespace DocGen.Generator.Model;

/// <summary>The path of a URL. Paths are equal if their templates are equal.</summary>
/// <param name="segments">The parts between slashes.</param>
/// <param name="endsInSlash">Whether a slash follows the last segment. The template includes it; shape and outline do
/// not.</param>
internal sealed class UrlPath(EquatableArray<UrlSegment> segments, bool endsInSlash = false) : IEquatable<UrlPath>
{
    private string? _outline;

    public EquatableArray<UrlSegment> Segments { get; } = segments;

    public bool EndsInSlash { get; } = endsInSlash && !segments.IsEmpty;

    /// <summary>
    /// The template in RFC 6570 syntax: <c>/drive/items/{item-id}</c>, or <c>{+item-path}</c> for a value that keeps
    /// its slashes. A placeholder between single quotes is an OData string literal.
    /// </summary>
    public string Template { get; } = Write(segments, endsInSlash, reserved: "+");

    /// <summary>
    /// The template without RFC 6570 operators, for people: <c>{item-path}</c> instead of <c>{+item-path}</c>.
    /// </summary>
    public string Text => Write(Segments, EndsInSlash, reserved: "");

    public UrlSegment? Last => Segments.Count == 0 ? null : Segments[Segments.Count - 1];

    /// <summary>The path without its last segment.</summary>
    public UrlPath Parent => new(Segments.Take(Math.Max(0, Segments.Count - 1)).ToEquatableArray());

    public IEnumerable<UrlPiece> Placeholders => Segments.SelectMany(s => s.Pieces).Where(p => p.IsPlaceholder);

    /// <summary>The path with lower-case literals, and placeholders without names.</summary>
    public string Shape => string.Join("/", Segments.Select(s => s.Shape));

    /// <summary>The literal segments, and <c>{}</c> for every other segment.</summary>
    public string Outline => _outline ??= string.Join("/", Segments.Select(s => s.Literal ?? "{}"));

    /// <summary>
    /// The last literal that is not an OData system resource, without namespace: <c>children</c>,
    /// <c>createUploadSession</c>.
    /// </summary>
    public string? LastName
    {
        get
        {
            for (int i = Segments.Count - 1; i >= 0; i--)
            {
                if (Segments[i].Name is { } name && name[0] != '$')
                    return name.Substring(name.LastIndexOf('.') + 1).Trim(':');
            }

            return null;
        }
    }

    /// <summary>
    /// Whether the path addresses references between entities instead of entities (OData Protocol 4.01, section
    /// 11.4.6).
    /// </summary>
    public bool IsReference => Last?.Literal == "$ref";

    public bool HasArgument(string name) =>
        Segments.Any(s => s.Arguments.Any(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>
    /// Whether both paths address the same resource. Arguments in the last segment and names of keys are ignored.
    /// </summary>
    public bool Addresses(UrlPath other)
    {
        int last = Segments.Count - 1;
        if (other.Segments.Count != Segments.Count)
            return false;
        for (int i = 0; i <= last; i++)
        {
            if (!IsSame(Segments[i], other.Segments[i])
                && !(i == last && IsSame(Segments[i], other.Segments[i].WithoutArguments())))
                return false;
        }

        return true;
    }

    /// <summary>Whether this path ends in the template, with a value for each placeholder.</summary>
    public bool IsExampleOf(UrlPath template)
    {
        int prefix = Segments.Count - template.Segments.Count;
        if (prefix < 0 || template.Segments.IsEmpty)
            return false;
        for (int i = 0; i < template.Segments.Count; i++)
        {
            UrlSegment wanted = template.Segments[i];
            if (Segments[prefix + i].Shape != wanted.Shape && !(wanted.IsKey && wanted.Pieces.Count == 1))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Whether an example calls the URL of a template. Only the segments that both have are compared, from the end.
    /// Words compare case-insensitively, arguments are ignored, and any value matches a placeholder.
    /// </summary>
    public bool Calls(UrlPath template)
    {
        int count = Math.Min(Segments.Count, template.Segments.Count);
        for (int i = 1; i <= count; i++)
        {
            UrlSegment shown = Segments[Segments.Count - i];
            UrlSegment wanted = template.Segments[template.Segments.Count - i];
            if (!wanted.IsKey && !(shown.Name ?? shown.Head)
                .Equals(wanted.Name ?? wanted.Head, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return count > 0;
    }

    /// <summary>The path without the arguments at its end.</summary>
    public UrlPath WithoutArguments() => Last is { } last && last.WithoutArguments() is var head && head != last
        ? new UrlPath(Segments.Take(Segments.Count - 1).Append(head).ToEquatableArray())
        : this;

    public bool Equals(UrlPath? other) => other is not null && Template == other.Template;

    public override bool Equals(object? obj) => Equals(obj as UrlPath);

    public static bool operator ==(UrlPath? left, UrlPath? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(UrlPath? left, UrlPath? right) => !(left == right);

    public override int GetHashCode() => Template.GetHashCode();

    public override string ToString() => Template;

    private static bool IsSame(UrlSegment one, UrlSegment other) =>
        one.Name is null && other.Name is null ? one.HasPlaceholder == other.HasPlaceholder : one.Shape == other.Shape;

    private static string Write(EquatableArray<UrlSegment> segments, bool endsInSlash, string reserved)
    {
        if (segments.IsEmpty)
            return "/";
        var text = new StringBuilder();
        foreach (UrlSegment segment in segments)
        {
            text.Append('/');
            foreach (UrlPiece piece in segment.Pieces)
            {
                if (piece.IsPlaceholder)
                    text.Append('{').Append(piece.KeepsSlashes ? reserved : "").Append(piece.Text).Append('}');
                else
                    text.Append(piece.Text);
            }
        }

        return text.Append(endsInSlash ? "/" : "").ToString();
    }
}
