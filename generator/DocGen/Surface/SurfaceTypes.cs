namespace DocGen.Generator.Surface;

/// <summary>The types of one surface by class name, which is how members refer to them.</summary>
internal sealed class SurfaceTypes
{
    private const string CollectionOf = "Collection(";

    private readonly Dictionary<string, SurfaceType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SurfaceEnum> _enums = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal);

    public SurfaceTypes(ApiSurface surface)
    {
        foreach (SurfaceType type in surface.Types)
            _types[type.Class] = type;
        foreach (SurfaceEnum type in surface.Enums)
            _enums[type.Class] = type;
        FindOwners(surface);
    }

    public SurfaceType? Type(string name) => _types.TryGetValue(name, out SurfaceType? type) ? type : null;

    public SurfaceEnum? Enum(string name) => _enums.TryGetValue(name, out SurfaceEnum? type) ? type : null;

    /// <summary>Splits a type into its number of nested collections and its element type.</summary>
    public static (int Rank, string Name) Parse(string type)
    {
        int rank = 0;
        while (type.StartsWith(CollectionOf, StringComparison.Ordinal))
        {
            type = type.Substring(CollectionOf.Length, type.Length - CollectionOf.Length - 1);
            rank++;
        }

        return (rank, type);
    }

    /// <summary>Returns the base types of a type, nearest first.</summary>
    public IEnumerable<SurfaceType> Ancestors(SurfaceType type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { type.Class };
        while (type.Base is { } name && seen.Add(name) && Type(name) is { } parent)
            yield return type = parent;
    }

    /// <summary>Returns a property of a type or of one of its base types, or null.</summary>
    public SurfaceProperty? Property(SurfaceType type, string wireName) =>
        Ancestors(type).Prepend(type).SelectMany(one => one.Properties)
            .FirstOrDefault(property => property.WireName == wireName);

    /// <summary>
    /// Returns the identity of a class or an enum: its name in the docs or, without a name, the member that has the
    /// object or values.
    /// </summary>
    public string Identity(string name) =>
        (Type(name)?.WireName ?? Enum(name)?.WireName) is { } wire
            ? wire
            : _owners.TryGetValue(name, out string? owner) ? owner
            : name;

    /// <summary>Whether a type has no name in the docs: only a member or a body shows it.</summary>
    public bool IsInline(string name) => Type(name) is { WireName: null } || Enum(name) is { WireName: null };

    /// <summary>Returns a type for messages, with its name in the docs.</summary>
    public string Show(string type)
    {
        (int rank, string name) = Parse(type);
        string single = Type(name) is { } known ? known.WireName is { } wire ? LastPart(wire) : "an unnamed object"
            : Enum(name) is { } values ? values.WireName is { } named ? LastPart(named) : "listed values"
            : name;
        for (; rank > 0; rank--)
            single = "collection of " + single;
        return single;
    }

    public static string LastPart(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>Returns an operation's identity: its verb and the first of the given URLs in ordinal order.</summary>
    public static string Identity(string httpMethod, IEnumerable<string> shapes) =>
        httpMethod + " " + shapes.OrderBy(shape => shape, StringComparer.Ordinal).FirstOrDefault();

    private void FindOwners(ApiSurface surface)
    {
        var open = new Queue<SurfaceType>(surface.Types.Where(type => type.WireName is not null));
        void Claim(string type, string owner)
        {
            string name = Parse(type).Name;
            if (!IsInline(name) || _owners.ContainsKey(name))
                return;
            _owners.Add(name, owner);
            if (Type(name) is { } inline)
                open.Enqueue(inline);
        }

        void Follow()
        {
            while (open.Count > 0)
            {
                SurfaceType type = open.Dequeue();
                foreach (SurfaceProperty property in type.Properties)
                    Claim(property.Type, Identity(type.Class) + "." + property.WireName);
            }
        }

        Follow();
        foreach (SurfaceOperation operation in surface.Operations)
        {
            string identity = Identity(operation.HttpMethod, operation.Urls.Select(url => UrlText.Shape(url.Template)));
            foreach (SurfaceMember member in operation.Members)
                Claim(member.Type, identity + " " + SentName(member));
            if (operation.Answer.Type is { } answer)
                Claim(answer, identity + " answer");
            if (operation.Answer.Uploaded is { } uploaded)
                Claim(uploaded, identity + " uploaded");
            Follow();
        }
    }

    /// <summary>Returns the location and name of a request member: <c>query $select</c>, <c>body</c>.</summary>
    public static string SentName(SurfaceMember member) =>
        member.WireName.Length == 0
            ? member.Place.ToString().ToLowerInvariant()
            : member.Place.ToString().ToLowerInvariant() + " " + member.WireName;
}
