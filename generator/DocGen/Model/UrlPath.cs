using System.Text;

namespace DocGen.Generator.Model;

/// <summary>The path of a URL. Two are equal where their templates are.</summary>
/// <param name="segments">What stands between its slashes.</param>
/// <param name="endsInSlash">A slash stands behind the last segment: it is sent, and tells no two paths apart.</param>
internal sealed class UrlPath(EquatableArray<UrlSegment> segments, bool endsInSlash = false) : IEquatable<UrlPath>
{
    private string? _outline;

    public EquatableArray<UrlSegment> Segments { get; } = segments;

    public bool EndsInSlash { get; } = endsInSlash && !segments.IsEmpty;

    /// <summary>
    /// In RFC 6570 syntax: <c>/drive/items/{item-id}</c>, and <c>{+item-path}</c> for a value that keeps its slashes. A
    /// placeholder between single quotes is an OData string literal.
    /// </summary>
    public string Template { get; } = Write(segments, endsInSlash, reserved: "+");

    /// <summary>For people: <c>{item-path}</c>, whether or not the value keeps its slashes.</summary>
    public string Text => Write(Segments, EndsInSlash, reserved: "");

    public UrlSegment? Last => Segments.Count == 0 ? null : Segments[Segments.Count - 1];

    /// <summary>The path without its last segment.</summary>
    public UrlPath Parent => new(Segments.Take(Math.Max(0, Segments.Count - 1)).ToEquatableArray());

    public IEnumerable<UrlPiece> Placeholders => Segments.SelectMany(s => s.Pieces).Where(p => p.IsPlaceholder);

    /// <summary>Literals without case, and placeholders by their places alone.</summary>
    public string Shape => string.Join("/", Segments.Select(s => s.Shape));

    /// <summary>The segments that are literals, and <c>{}</c> for each of the others, whatever else it has.</summary>
    public string Outline => _outline ??= string.Join("/", Segments.Select(s => s.Literal ?? "{}"));

    /// <summary>The last literal that is no OData system resource, without namespace: <c>children</c>,
    /// <c>createUploadSession</c>.</summary>
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

    /// <summary>The path of references between entities, not of the entities (OData Protocol 4.01, section
    /// 11.4.6).</summary>
    public bool IsReference => Last?.Literal == "$ref";

    public bool HasArgument(string name) =>
        Segments.Any(s => s.Arguments.Any(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether this addresses what another does, with its last arguments or without them, whatever its keys
    /// are called.</summary>
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

    /// <summary>Whether this ends in what another is, with a value for each of its placeholders.</summary>
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
    /// Whether an example calls what a template addresses, behind whatever segments either has before the other: words
    /// are the same without regard to case, arguments may be any, and a value stands where the template has a
    /// placeholder.
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

    /// <summary>The path up to the arguments that it ends in.</summary>
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
